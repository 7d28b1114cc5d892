import Foundation
import TestSupport
import Testing
import peerlit

struct DuplicatesCommandTests {
  @Test func `merged records and possible duplicates are listed`() throws {
    let folder = try TemporaryFolder()
    let title = "Peer workers in hepatitis C care: a qualitative study"
    let first = try folder.file(
      "a.jsonl",
      """
      {"_id":"a1","title":"\(title)","text":"Mentors help.","authors":["Lee, A"],"year":2019}
      {"_id":"a2","title":"\(title)","authors":["Lee, A"],"year":2019,"type":"Conference Abstract"}
      """)
    let second = try folder.file(
      "b.jsonl", #"{"_id":"b1","title":"\#(title.uppercased())","authors":["A Lee"],"year":2020}"#)
    let index = folder.url.appending(path: "i.sqlite").path
    #expect(Capture().run("index", first.path, second.path, "--index", index) == .found)
    let capture = Capture()
    #expect(capture.run("duplicates", "--index", index) == .found)
    #expect(
      capture.outputText == """
        records  duplicates  documents  file
              2           0          2  \(first.path)
              1           1          0  \(second.path)
              3           1          2  total

        Merged (1):
          \(title) [a1]
            1. a1, \(first.path), line 1: kept
            2. b1, \(second.path), line 1: same title and first author

        Possible duplicates, not merged (1):
          \(title) [a2]
          \(title) [a1]
            same title, year and first author

        """)
    let table = Capture()
    #expect(table.run("duplicates", "--index", index, "--format", "csv") == .found)
    #expect(
      table.outputText == """
        group,decision,id,title,record,record_id,file,line,key,reason
        1,merged,a1,\(title),1,a1,\(first.path),1,a1,kept
        1,merged,a1,\(title),2,b1,\(second.path),1,b1,same title and first author
        2,possible,a2,\(title),,,,,,"same title, year and first author"
        2,possible,a1,\(title),,,,,,"same title, year and first author"

        """)
    let style = TextStyle(width: 60, isTerminal: true)
    let narrow = Capture()
    #expect(narrow.run("duplicates", "--index", index, style: style) == .found)
    #expect(
      narrow.outputText.hasSuffix(
        """
        Possible duplicates, not merged (1):
          Peer workers in hepatitis C care: a qualitative study [a2]
          Peer workers in hepatitis C care: a qualitative study [a1]
            same title, year and first author

        """))
    for line in narrow.outputText.split(separator: "\n") { #expect(line.count <= 60, "\(line)") }
  }

  @Test(arguments: ["vancouver", "apa", "harvard", "chicago"])
  func `a document is cited in a style`(style: String) throws {
    let capture = try CorpusIndex.run(["show", "peers-hcv-2023", "--cite", style])
    #expect(capture.status == .found)
    #expect(capture.outputText.contains("2023"))
    #expect(capture.outputText.split(separator: "\n").count == 1)
  }
}
