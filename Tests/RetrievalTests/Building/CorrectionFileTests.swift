import Appraisal
import Literature
import Retrieval
import Testing

struct CorrectionFileTests {
  @Test func `a table of corrections is read as it was written`() throws {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers, “mentors” and \"friends\""
    document.authors = ["Lee, A.", "Ng, B."]
    document.year = 2019
    document.identifiers = [Identifier(.doi, "10.1000/a")]
    let corrections = [
      Correction(
        of: document,
        changes: try Correction.changes(["method=qualitative;cohort", "setting=-community"]),
        person: "J. Smith", date: "2026-11-28", note: "interviews, table 1"),
      Correction(
        of: Document(id: "b", source: Source(path: "/b")),
        changes: try Correction.changes(["n=none", "condition=auto"])),
    ]
    let text = CorrectionFile.text(corrections)
    #expect(
      text.split(separator: "\n").first
        == "id,title,author,year,doi,pmid,pmcid,registry,method,setting,condition,sample_size,included_studies,who,when,note"
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

  @Test func `all mistakes are reported`() {
    let text = "id,method,sample_size\na,cohort,many\nb,qualitativ,some\nc,cohort,5\nd,rct,5,6\n"
    let error = #expect(throws: CorrectionError.self) {
      try CorrectionFile.read(text, path: "x.csv")
    }
    let lines = error?.description.split(separator: "\n") ?? []
    let fix = "Write sample_size=45, sample_size=none or sample_size=auto."
    #expect(lines.count == 4)
    #expect(lines.first == "x.csv, line 2: “many” is not a number. \(fix)")
    #expect(
      lines.dropFirst().first?
        .hasPrefix("x.csv, line 3: Unknown method “qualitativ”. Did you mean “qualitative”") == true
    )
    #expect(lines.dropFirst(2).first == "x.csv, line 3: “some” is not a number. \(fix)")
    #expect(
      lines.last == """
        x.csv, line 5: Has 4 fields, but the header has 3. \
        Put cells that contain the separator in quotation marks.
        """)
  }

  @Test func `many mistakes are counted`() {
    let rows = String(repeating: "a,many\n", count: 25)
    let error = #expect(throws: CorrectionError.self) {
      try CorrectionFile.read("id,sample_size\n" + rows, path: "x.csv")
    }
    let lines = error?.description.split(separator: "\n") ?? []
    #expect(lines.count == 21 && lines.last == "5 more mistakes.")
  }

  @Test func `semicolons may separate the columns`() throws {
    let commas = "id,title,method\na,Peers,\"qualitative; cohort\"\nb,,rct\n"
    let semicolons = "id;title;method\na;Peers;\"qualitative; cohort\"\nb;;rct\n"
    let read = try CorrectionFile.read(semicolons, path: "x.csv")
    #expect(try read == CorrectionFile.read(commas, path: "x.csv"))
    #expect(read.map(\.id) == ["a", "b"])
  }

  @Test(arguments: ["id;title;method\na;Peers;qualitative; cohort\n", "id,method\na,rct,cohort\n"])
  func `a row with too many fields is refused`(text: String) {
    let error = #expect(throws: CorrectionError.self) {
      try CorrectionFile.read(text, path: "x.csv")
    }
    #expect(error?.description.hasPrefix("x.csv, line 2: Has ") == true)
  }

  @Test func `rows without a change are skipped`() throws {
    #expect(try CorrectionFile.read("id,method\na,\n", path: "x.csv").isEmpty)
    #expect(try CorrectionFile.read("", path: "x.csv").isEmpty)
  }
}
