import Answers
import Retrieval
import TestSupport
import Testing
import peerlit

struct IndexReportTextTests {
  @Test func `the summary of an index run`() {
    var report = IndexReport()
    report.files.seen = 3
    report.files.failed = 3
    report.files.partlyRead = 2
    report.records.seen = 1206
    report.records.added = 1200
    report.records.updated = 2
    report.records.duplicate = 1
    report.records.failed = 3
    report.records.repaired = 1
    report.mistakes.catalogue = 5
    report.mistakes.frontMatter = 1
    report.mistakes.jsonLines = 7
    report.mistakes.records = 2
    report.kept = 2
    report.missing = 4
    report.seconds = 2.45
    report.logBytes = 12_300_000
    #expect(report.records.addUp)
    #expect(
      IndexReportText().text(report) == """
        1,206 records in 3 files: 1,200 added, 2 updated, 1 duplicate, 3 failed. 1
        contained invalid XML or invalid characters (shown as U+FFFD). 1 file failed. 2
        files partly read. 5 mistakes in catalogue.csv. 1 mistake in front matter. 7
        mistakes in JSON Lines. 2 mistakes in records. Kept the earlier version of 2
        records that could not be read. Kept 4 records whose source no longer exists
        (--prune removes them). Another program is reading the index, so 12 MB of
        changes stay in its log (-wal) for now. 2.5 s.
        """)
  }

  @Test func `a file that was partly read did not fail`() {
    var report = IndexReport()
    report.files.seen = 1
    report.files.failed = 1
    report.files.partlyRead = 1
    report.records.seen = 2
    report.records.added = 2
    #expect(report.hasFailures)
    #expect(
      IndexReportText().text(report) == "2 records in 1 file: 2 added. 1 file partly read. 0 µs.")
  }

  @Test func `one missing record is not called “them”`() {
    var report = IndexReport()
    report.missing = 1
    #expect(
      IndexReportText().text(report) == """
        0 records in 0 files. Kept 1 record whose source no longer exists (--prune
        removes it). 0 µs.
        """)
  }

  @Test func `encoded documents are counted`() {
    var report = IndexReport()
    report.files.seen = 1
    report.records.seen = 2
    report.records.unchanged = 2
    report.encoded = 2
    #expect(
      IndexReportText().text(report)
        == "2 records in 1 file: 2 unchanged. 2 documents encoded. 0 µs.")
    #expect(
      IndexReportText().text(report, index: "/a b/library.sqlite").hasSuffix(
        " 0 µs.\nIndex: /a b/library.sqlite"))
  }
}
