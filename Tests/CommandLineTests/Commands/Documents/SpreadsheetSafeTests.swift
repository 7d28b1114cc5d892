import TestSupport
import Testing
import peerlit

/// `--spreadsheet-safe`: tables with texts that begin like formulas.
struct SpreadsheetSafeTests {
  @Test(arguments: [
    ["search", "peers", "--format", "csv"], ["list", "--format", "csv"], ["export", "--to", "csv"],
    ["sql", "SELECT title FROM works", "--format", "csv"],
  ])
  func `formulas are marked only if asked`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let source = try folder.file(
      "a.jsonl", #"{"_id":"a","title":"=SUM(1) of peers","text":"Words of peers."}"#)
    let index = folder.path + "/i.sqlite"
    #expect(Capture().run("index", source.path, "--index", index) == .found)
    for (options, title) in [
      ([], "=SUM(1) of peers"), (["--spreadsheet-safe"], "'=SUM(1) of peers"),
    ] as [([String], String)] {
      let capture = Capture()
      #expect(capture.run(arguments + options + ["--index", index]) == .found)
      let cells = capture.outputText.split { $0 == "," || $0.isNewline }.map { String($0) }
      #expect(cells.contains(title), "\(capture.outputText)")
    }
  }

  @Test func `numbers stay numbers`() throws {
    let capture = try CorpusIndex.run([
      "sql", "VALUES (-2, '-2.5', '-a')", "--format", "csv", "--spreadsheet-safe",
    ])
    #expect(capture.outputText == "column1,column2,column3\n-2,-2.5,'-a\n")
  }

  @Test(arguments: [
    ["search", "peers"], ["list"], ["export", "--to", "ris"], ["similar", "a"],
    ["sql", "VALUES (1)"], ["duplicates"],
  ])
  func `other formats have no formulas`(arguments: [String]) throws {
    let capture = try CorpusIndex.run(arguments + ["--spreadsheet-safe"])
    #expect(capture.status == .usage)
    #expect(
      capture.errorText.contains("--spreadsheet-safe is only for CSV; add --"),
      "\(capture.errorText)")
  }
}
