import Foundation
import Literature
import peerlit
import Reading
import Testing
import TestSupport

/// Records that are exported in every format and read again.
struct ExportCommandTests {
  /// The records in a text of a given format.
  static func read(_ text: String, _ format: ExportFormat) -> [Document] {
    var documents: [Document] = []
    SourceFile.read(Array(text.utf8), named: "/export.\(format.fileExtension)") { outcome in
      if case .document(let document, _) = outcome { documents.append(document) }
    }
    return documents
  }

  @Test(arguments: ExportFormat.allCases)
  func `the corpus is exported and read again`(format: ExportFormat) throws {
    let capture = try CorpusIndex.run(["export", "--to", format.rawValue])
    #expect(capture.status == .found)
    let documents = Self.read(capture.outputText, format)
    #expect(documents.count == 5)
    let titles = Set(documents.map(\.title))
    #expect(
      titles.contains("How to support and facilitate peer engagement in service provision roles"))
    // Facets extracted from the text come back as facets stated in the record.
    let review = try #require(documents.first { $0.year == 2013 })
    #expect(review.facets.method.map(\.value) == ["rapid-review"])
    #expect(review.facets.method.map(\.origin) == [.record])
    if ![.csv, .jsonl].contains(format) {
      #expect(capture.outputText.contains("peerlit:method=rapid-review"))
      #expect(capture.outputText.contains("Facets: method rapid-review"))
    }
  }

  @Test func `an index is not replaced by an export`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.file("a.jsonl", #"{"_id":"a","title":"Peers at work","text":"Words."}"#)
    let index = folder.url.appending(path: "i.sqlite").path
    #expect(Capture().run("index", source.path, "--index", index) == .found)
    var capture = Capture()
    #expect(capture.run("export", "--to", "ris", "-o", index, "--index", index).rawValue == 64)
    #expect(
      capture.errorText.contains("is an SQLite file, such as an index, so it is not replaced."))
    #expect(Capture().run("show", "a", "--index", index) == .found)
    let file = try folder.file("real.ris", "TY  - JOUR\nER  -\n")
    capture = Capture()
    #expect(
      capture.run("export", "zzzzz", "--to", "ris", "-o", file.path, "--index", index) == .nothing)
    #expect(capture.errorText.contains("real.ris is unchanged."), "\(capture.errorText)")
    #expect(try String(contentsOf: file, encoding: .utf8) == "TY  - JOUR\nER  -\n")
  }

  @Test(arguments: ExportFormat.allCases)
  func `a record passes through an index unchanged`(format: ExportFormat) throws {
    var document = Document(id: "10.1000/a", source: Source(path: "/a"))
    document.title = "Peers at work: 100% of “all” & more"
    document.authors = ["Lee, Ann", "Nguyễn, Bao"]
    document.year = 2019
    document.venue = "Journal of Peers"
    document.type = "Journal Article"
    document.language = "en"
    document.identifiers = [Identifier(.doi, "10.1000/a"), Identifier(.pmid, "7")]
    document.keywords = ["Peer Group", "work, paid"]
    document.text = "Peers help where they can."
    document.sections = [Section(kind: .abstract, bytes: 0..<document.text.utf8.count)]
    document.imprint.volume = "12"
    document.imprint.issue = "3"
    document.imprint.pages = "10-19"
    document.imprint.publisher = "House"
    document.imprint.issn = "1234-5678"
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let file = folder.appending(path: "in.\(format.fileExtension)").path
    try format.writer.file([document]).write(toFile: file, atomically: true, encoding: .utf8)
    let index = folder.appending(path: "i.sqlite").path
    #expect(Capture().run("index", file, "--index", index) == .found)
    let capture = Capture()
    #expect(capture.run("export", "--to", format.rawValue, "--index", index) == .found)
    var expected = try #require(Self.read(format.writer.file([document]), format).first)
    var found = try #require(Self.read(capture.outputText, format).first)
    // Facets extracted from the title are exported too.
    (expected.facets, found.facets) = (Facets(), Facets())
    #expect(found == expected)
    #expect(found.imprint == document.imprint)
  }

  @Test func `all parts of an abstract pass through an index`() throws {
    let parts = ["Setting", "Findings"].map { "<sec><title>\($0)</title><p>Peers.</p></sec>" }
    let body = String(repeating: "Peers help people in many ways. ", count: 400)
    let article = """
      <article><front><article-meta><title-group><article-title>Peers</article-title></title-group>
      <abstract>\(parts.joined())</abstract></article-meta></front>
      <body><sec><title>Methods</title><p>\(body)</p></sec></body></article>
      """
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = temporary.url.appending(path: "a.nxml").path
    try article.write(toFile: file, atomically: true, encoding: .utf8)
    let index = temporary.url.appending(path: "i.sqlite").path
    #expect(Capture().run("index", file, "--index", index) == .found)
    let capture = Capture()
    #expect(capture.run("export", "--to", "ris", "--index", index) == .found)
    #expect(capture.outputText.contains("\nAB  - Setting: Peers. Findings: Peers.\n"))
  }

  @Test(arguments: ["found.csv", "Found.RIS", "out/found.json"])
  func `a file without -o is not taken as a word`(file: String) throws {
    let capture = try CorpusIndex.run(["export", "peer", "--to", "csv", file])
    #expect(capture.status == .usage && capture.output.isEmpty)
    #expect(
      capture.errorText
        == "peerlit: “\(file)” is read as a query. To write to a file, use -o \(file).\n")
  }

  @Test func `a quoted query may end like a file`() throws {
    let capture = try CorpusIndex.run(["export", "role clarity in results.csv", "--to", "ris"])
    #expect(capture.status == .found && capture.outputText.hasPrefix("TY  - "))
  }

  @Test func `records are exported in the order of search`() throws {
    let export = try CorpusIndex.run(["export", "role clarity HCV", "--to", "jsonl"])
    let search = try CorpusIndex.run([
      "search", "role clarity HCV", "--unit", "document", "--format", "trec",
    ])
    let ids = Self.read(export.outputText, .jsonl).map(\.id)
    let ranked = search.outputText.split(separator: "\n").map {
      String($0.split(separator: " ")[2])
    }
    #expect(!ids.isEmpty && ids == ranked)
    let one = try CorpusIndex.run(["export", "role clarity HCV", "--to", "jsonl", "--limit", "1"])
    #expect(Self.read(one.outputText, .jsonl).map(\.id) == [ranked[0]])
  }

  @Test func `filters and ids select`() throws {
    let filtered = try CorpusIndex.run(["export", "--condition", "hepatitis-c", "--to", "jsonl"])
    #expect(
      Set(Self.read(filtered.outputText, .jsonl).map(\.id))
        == ["peers-hcv-2023", "hepcare-advanced-peers"])
    let named = try CorpusIndex.run([
      "export", "--ids", "hepcare-advanced-peers", "nobody", "peers-hcv-2023", "--to", "jsonl",
    ])
    #expect(named.status == .nothing)
    #expect(named.errorText.contains("No document “nobody”"))
    #expect(
      Self.read(named.outputText, .jsonl).map(\.id) == ["hepcare-advanced-peers", "peers-hcv-2023"])
  }

  @Test(arguments: [("csl-json", "[\n\n]\n"), ("ris", ""), ("bibtex", "")])
  func `without matches, an empty file of the format is written`(format: String, text: String)
    throws
  {
    let capture = try CorpusIndex.run(["export", "zzzzzz", "--to", format])
    #expect(capture.status == .nothing)
    #expect(capture.outputText == text)
  }

  @Test(arguments: [
    ["export", "peer"], ["export", "peer", "--to", "word"],
    ["export", "peer", "--ids", "a", "--to", "ris"], ["export", "--limit", "-1", "--to", "ris"],
    ["export", "--method", "qualitativ", "--to", "ris"],
    ["export", "--ids", "a", "--year", "2013", "--to", "ris"],
  ])
  func `invalid arguments are exit status 64`(arguments: [String]) throws {
    #expect(try CorpusIndex.run(arguments).status == .usage)
  }
}
