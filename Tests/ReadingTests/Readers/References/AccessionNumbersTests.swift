import Literature
import Reading
import Testing

/// The numbers that databases give to their records are read, and kept in exports.
struct AccessionNumbersTests {
  private func numbers(_ text: String, _ name: String) -> [String] {
    let reading = ReadDocuments(contents: Array(text.utf8), name: name)
    return reading.documents.flatMap { $0.identifiers.map(\.line) }
  }

  @Test(arguments: [
    (["AN  - 109000001", "DB  - CINAHL"], ["accession:CINAHL 109000001"]),
    (["AN  - 25000001"], ["accession:25000001"]),
    (["AN  - 25000001", "DB  - Ovid MEDLINE(R) <1946 to 2024>"], ["pmid:25000001"]),
    (["AN  - 7", "PM  - 7"], ["pmid:7"]), (["AN  - 7", "N1  - PMID: 7"], ["pmid:7"]),
    (["U2  - L600000001"], ["accession:Embase L600000001"]), (["U2  - Some text of 7"], []),
    (["UT  - WOS:000212345600012"], ["accession:WOS:000212345600012"]),
    (
      ["AN  - 1800000001; 2015-12345-001", "DB  - APA PsycInfo; ProQuest One"],
      ["accession:APA PsycInfo 1800000001", "accession:APA PsycInfo 2015-12345-001"]
    ),
    (
      ["UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-85012345678&doi=1"],
      ["accession:Scopus 2-s2.0-85012345678"]
    ),
    (["DB  - CINAHL"], []), (["ID  - 2019-29490-001"], ["accession:APA PsycInfo 2019-29490-001"]),
    (
      ["ID  - 2019-29490-001", "DB  - PsycINFO <1806 to 2024>"],
      ["accession:PsycINFO 2019-29490-001"]
    ),
    (["ID  - 2019-2949"], []), (["C2  - 31421429", "DB  - Scopus"], ["pmid:31421429"]),
    (
      ["C2  - 31421429", "UR  - https://www.scopus.com/inward/record.uri?partnerID=40"],
      ["pmid:31421429"]
    ),
    (["C2  - 31421429"], []),
    (
      ["U1  - 35957633 [PMID]", "U1  - PMC9359172 [PMCID]"],
      ["pmid:35957633", "pmcid:PMC9359172"]
    ),
    (["U1  - 35957633[pmid]"], ["pmid:35957633"]),
  ])
  func `RIS`(lines: [String], identifiers: [String]) {
    let text = "TY  - JOUR\nTI  - One\n\(lines.joined(separator: "\n"))\nER  -\n"
    #expect(numbers(text, "a.ris") == identifiers)
  }

  @Test(arguments: [
    ("a.txt", "FN Clarivate\nVR 1.0\nPT J\nTI One\nUT WOS:000212345600012\nER\nEF\n"),
    ("a.bib", "@article{a, title={One}, unique-id={{WOS:000212345600012}}}\n"),
    ("a.csv", "Article Title,Authors,UT (Unique WOS ID)\nOne,\"Lee, A\",WOS:000212345600012\n"),
    (
      "a.xml",
      "<xml><records><record><ref-type name='Journal Article'>17</ref-type><titles><title>One"
        + "</title></titles><accession-num>WOS:000212345600012</accession-num></record></records>"
        + "</xml>"
    ),
  ])
  func `Web of Science in other formats`(name: String, text: String) {
    #expect(numbers(text, name) == ["accession:WOS:000212345600012"])
  }

  @Test func `a table with the numbers of Scopus or Embase`() {
    #expect(
      numbers("Title,Authors,EID\nOne,\"Lee, A\",2-s2.0-85012345678\n", "a.csv")
        == ["accession:Scopus 2-s2.0-85012345678"])
    #expect(
      numbers("Title,Authors,PUI\nOne,\"Lee, A\",L600000001\n", "a.csv")
        == ["accession:Embase L600000001"])
  }

  @Test func `a number names a record without other identifiers, and is no record by itself`() {
    let text = "TY  - JOUR\nTI  - One\nU2  - L600000001\nER  -\nTY  - JOUR\nAN  - 7\nER  -\n"
    let reading = ReadDocuments(RISReader(), text, name: "a.ris")
    #expect(reading.documents.map(\.id) == ["L600000001"])
    #expect(
      reading.skipped == [
        "/folder/a.ris, line 5: is empty (no title, author, abstract or identifier)"
      ])
  }

  @Test(arguments: ExportFormat.allCases, [true, false])
  func `numbers survive an export`(format: ExportFormat, hasPMID: Bool) throws {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Title"
    document.identifiers =
      ["CINAHL 109000001", "APA PsycInfo 2015-12345-001", "WOS:000212345600012"]
      .map { Identifier(.accession, $0) } + (hasPMID ? [Identifier(.pmid, "7")] : [])
    document.imprint.notes = ["Read it"]
    let text = format.writer.file([document])
    let read = try #require(
      ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)").documents.first)
    #expect(Set(read.identifiers) == Set(document.identifiers), "\(text)")
    #expect(read.imprint.notes == ["Read it"], "\(text)")
  }

  @Test func `RIS has the first number where EndNote expects it`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Title"
    document.identifiers = ["CINAHL 109000001", "Embase L600000001"]
      .map { Identifier(.accession, $0) }
    let lines = ExportFormat.ris.writer.file([document]).split(separator: "\n")
    let numbers = lines.filter { line in
      ["AN", "DB", "M2"].contains { line.hasPrefix($0) }
    }
    #expect(
      numbers == ["AN  - 109000001", "DB  - CINAHL", "M2  - Accession number: Embase L600000001"])
  }
}
