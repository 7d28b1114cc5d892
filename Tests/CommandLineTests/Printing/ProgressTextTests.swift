import Retrieval
import Testing
import peerlit

struct ProgressTextTests {
  @Test func `files, records, speed and time left`() {
    var progress = IndexProgress()
    (progress.files, progress.records) = (1, 3)
    progress.path = "/library/a.ris"
    #expect(
      ProgressText.line(progress, after: .milliseconds(100)) == "1 file, 3 records, a.ris")
    (progress.files, progress.records) = (1_200, 45_000)
    progress.bytesRead = 40_000_000
    #expect(
      ProgressText.line(progress, after: .seconds(4))
        == "1,200 files, 45,000 records, 10.0 MB/s, a.ris")
    (progress.totalFiles, progress.totalBytes) = (5_000, 100_000_000)
    #expect(
      ProgressText.line(progress, after: .seconds(4))
        == "1,200 of 5,000 files, 45,000 records, 10.0 MB/s, 6 s left, a.ris")
    progress.stage = .merging
    #expect(
      ProgressText.line(progress, after: .seconds(4))
        == "1,200 of 5,000 files, 45,000 records, merging")
  }

  @Test(arguments: [
    (10, "0 s"), (600, "59 s"), (610, "1 min"), (615, "2 min"), (36_000, "60 min"),
    (36_010, "1 h 0 min"), (75_010, "2 h 5 min"), (9_000_000, "days"),
  ])
  func `the time left is in a suitable unit`(megabytes: Int, words: String) {
    var progress = IndexProgress()
    progress.bytesRead = 10_000_000
    progress.totalBytes = megabytes * 1_000_000
    #expect(ProgressText.line(progress, after: .seconds(1)).contains("left") == false)
    progress.bytesRead = 20_000_000
    progress.totalBytes = megabytes * 1_000_000 + 10_000_000
    #expect(ProgressText.line(progress, after: .seconds(2)).contains(", \(words) left, "))
  }
}
