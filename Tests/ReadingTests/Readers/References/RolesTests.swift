import Literature
import Reading
import Testing

/// The second and the third role of people, which mean different things in books and in their
/// parts, as in EndNote and Zotero.
struct RolesTests {
  struct Sample: Sendable {
    var ris: String
    var endNote: String
    var lines: [String]
    var authors = ["Lee, A"]
    var editors: [String] = []
    var seriesEditors: [String] = []
    var notes: [String] = []
  }

  private static let author = "AU  - Lee, A"
  private static let second = "A2  - Ng, C"
  private static let third = "A3  - Day, D"
  private static let series = "T2  - Peer Series"

  private static let samples = [
    // A book in a series; the second role is that of the series.
    Sample(
      ris: "BOOK", endNote: "Book", lines: [author, second, third, series],
      editors: ["Day, D"], seriesEditors: ["Ng, C"]),
    Sample(
      ris: "BOOK", endNote: "Book", lines: [author, second, series], seriesEditors: ["Ng, C"]),
    Sample(ris: "BOOK", endNote: "Book", lines: [author, second], editors: ["Ng, C"]),
    Sample(
      ris: "BOOK", endNote: "Book", lines: [second, series], authors: ["Ng, C"],
      editors: ["Ng, C"]),
    Sample(
      ris: "BOOK", endNote: "Book", lines: [second, third, series], authors: ["Day, D"],
      editors: ["Day, D"], seriesEditors: ["Ng, C"]),
    Sample(
      ris: "EDBOOK", endNote: "Edited Book", lines: [author, second], editors: ["Lee, A"],
      seriesEditors: ["Ng, C"]),
    Sample(
      ris: "RPRT", endNote: "Report", lines: [author, second, series], seriesEditors: ["Ng, C"]),
    // A part of a book.
    Sample(
      ris: "CHAP", endNote: "Book Section", lines: [author, second, third, series],
      editors: ["Ng, C"], seriesEditors: ["Day, D"]),
    Sample(
      ris: "CPAPER", endNote: "Conference Paper", lines: [author, second], editors: ["Ng, C"]),
    // The supervisors of a thesis.
    Sample(
      ris: "THES", endNote: "Thesis", lines: [author, second, third],
      notes: ["Supervisor: Ng, C", "Supervisor: Day, D"]),
  ]

  @Test(arguments: samples)
  func `RIS`(sample: Sample) {
    let text = "TY  - \(sample.ris)\nTI  - One\n\(sample.lines.joined(separator: "\n"))\nER  - \n"
    let document = ReadDocuments(RISReader(), text, name: "a.ris").documents.first
    check(document, sample)
  }

  @Test(arguments: samples)
  func `EndNote`(sample: Sample) {
    func element(_ tag: String, _ name: String, _ item: String) -> String {
      sample.lines.filter { $0.hasPrefix(tag) }
        .map { "<\(name)><\(item)>\($0.dropFirst(6))</\(item)></\(name)>" }.joined()
    }
    let series = sample.lines.first { $0.hasPrefix("T2") }?.dropFirst(6) ?? ""
    let text = """
      <xml><records><record><ref-type name="\(sample.endNote)">1</ref-type><contributors>
      \(element("AU", "authors", "author"))\(element("A2", "secondary-authors", "author"))
      \(element("A3", "tertiary-authors", "author"))</contributors><titles><title>One</title>
      <secondary-title>\(series)</secondary-title></titles></record></records></xml>
      """
    let document = ReadDocuments(EndNoteXMLReader(), text, name: "a.xml").documents.first
    check(document, sample)
  }

  @Test(arguments: samples)
  func `EndNote's tags`(sample: Sample) {
    let tags = ["AU": "%A", "A2": "%E", "A3": "%Y", "T2": "%B"]
    let lines = sample.lines.map { "\(tags[String($0.prefix(2))] ?? "") \($0.dropFirst(6))" }
    let text = "%0 \(sample.endNote)\n%T One\n\(lines.joined(separator: "\n"))\n"
    check(ReadDocuments(ENWReader(), text, name: "a.enw").documents.first, sample)
  }

  private func check(_ document: Document?, _ sample: Sample) {
    #expect(document?.authors == sample.authors)
    #expect(document?.imprint.editors == sample.editors)
    #expect(document?.imprint.seriesEditors == sample.seriesEditors)
    #expect(document?.imprint.notes == sample.notes)
  }

  @Test(
    arguments: [
      ("AU  - Doe, J; Roe, R; Poe, P", ["Doe, J", "Roe, R", "Poe, P"]),
      ("AU  - Doe, J;", ["Doe, J"]),
      ("A1  - Doe, J;Roe, R\nA1  - Poe, P", ["Doe, J", "Roe, R", "Poe, P"]),
    ] as [(String, [String])])
  func `names under one tag are divided at semicolons`(lines: String, authors: [String]) {
    let text = "TY  - JOUR\nTI  - One\n\(lines)\nER  - \n"
    let reading = ReadDocuments(RISReader(), text, name: "a.ris")
    #expect(reading.documents.map(\.authors) == [authors])
  }

  @Test func `cited authors and classes of PsycINFO are neither editors nor a type`() throws {
    let text = """
      TY  - JOUR
      ID  - 2019-29490-001
      T1  - One
      A1  - Lee, Ann
      A2  - Andres, Bucchianeri, Buote
      M3  - Physical & Somatoform & Psychogenic Disorders [3290]
      ER  -
      """
    let document = try #require(ReadDocuments(RISReader(), text, name: "a.ris").documents.first)
    #expect(document.authors == ["Lee, Ann"] && document.imprint.editors.isEmpty)
    #expect(document.type == "Journal Article")
    #expect(document.source.key == "2019-29490-001")
  }

  @Test func `the series of a book and of a chapter, and numbers`() throws {
    func read(_ lines: String) throws -> Document {
      let text = "\(lines)\nTI  - One\nAU  - Lee, A\nER  - \n"
      return try #require(ReadDocuments(RISReader(), text, name: "a.ris").documents.first)
    }
    let book = try read("TY  - BOOK\nT3  - Peer Series\nM1  - 7")
    #expect(book.venue == "Peer Series" && book.imprint.series == nil && book.imprint.issue == "7")
    let chapter = try read("TY  - CHAP\nT2  - Handbook\nT3  - Peer Series\nSV  - 7")
    #expect(chapter.venue == "Handbook" && chapter.imprint.series == "Peer Series")
    #expect(chapter.imprint.issue == "7")
    let article = try read("TY  - JOUR\nM1  - (Lee) University of Peers, 12 High Street")
    #expect(article.imprint.issue == nil)
  }

  @Test(arguments: [ExportFormat.ris, .cslJSON, .csv, .jsonl], ["Book", "Book Section", "Report"])
  func `editors of series survive`(format: ExportFormat, type: String) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Peers"
    document.authors = ["Lee, Ann"]
    document.type = type
    document.venue = "Handbook"
    document.imprint.publisher = "House"
    document.imprint.issue = "7"
    document.imprint.editors = ["Ng, Cy"]
    document.imprint.seriesEditors = ["Day, Di"]
    if type == "Book Section" { document.imprint.series = "Peer Series" }
    let text = format.writer.file([document])
    let read = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
    #expect(read.documents.first?.imprint == document.imprint, "\(text)")
    #expect(read.documents.first?.venue == document.venue)
  }

  @Test func `notes are kept, apart from identifiers and facets`() throws {
    let text = """
      TY  - JOUR
      TI  - One
      N1  - Read this one.
      N1  - PMID: 7
      N1  - Facets: method qualitative; sample size 45
      RN  - <p>Second note</p>
      M2  - 12
      ER  - \n
      """
    let document = try #require(ReadDocuments(RISReader(), text, name: "a.ris").documents.first)
    #expect(document.imprint.notes == ["Read this one.", "<p>Second note</p>"])
    #expect(document.identifier(.pmid) == "7")
    for format in ExportFormat.allCases {
      let text = format.writer.file([document])
      let read = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
      #expect(read.documents.first?.imprint.notes == document.imprint.notes, "\(format)")
    }
  }
}
