import Appraisal
import Literature
import Retrieval
import Testing

struct CorrectionFileTests {
  @Test func `a table of corrections is read as it was written`() throws {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers, “mentors” and \"friends\""
    document.identifiers = [Identifier(.doi, "10.1000/a")]
    let corrections = [
      Correction(
        of: document,
        changes: try Correction.changes(["method=qualitative;cohort", "setting=-community"]),
        person: "J. Smith", date: "2026-11-28", note: "interviews, table 1"),
      Correction(
        of: Document(id: "b", source: Source(path: "/b")),
        changes: try Correction.changes(["n=none"])),
    ]
    let text = CorrectionFile.text(corrections)
    #expect(
      text.split(separator: "\n").first
        == "id,title,doi,pmid,pmcid,registry,method,setting,condition,sample_size,included_studies,who,when,note"
    )
    #expect(try CorrectionFile.read(text, path: "x.csv") == corrections)
    // A spreadsheet would read -community as a formula; people may leave out the apostrophe.
    #expect(text.contains(",'-community,"))
    let plain = text.replacing(",'-community,", with: ",-community,")
    #expect(try CorrectionFile.read(plain, path: "x.csv") == corrections)
  }

  @Test func `an invalid table is refused with its line`() {
    let text = "id,method\na,qualitative\nb,red\n"
    let error = #expect(throws: CorrectionError.self) {
      try CorrectionFile.read(text, path: "x.csv")
    }
    #expect(error?.description.hasPrefix("x.csv, line 3: Unknown method “red”.") == true)
    #expect(throws: CorrectionError.self) { try CorrectionFile.read("a,b\n1,2\n", path: "x.csv") }
  }

  @Test func `rows without a change are skipped`() throws {
    #expect(try CorrectionFile.read("id,method\na,\n", path: "x.csv").isEmpty)
    #expect(try CorrectionFile.read("", path: "x.csv").isEmpty)
  }
}
