import Literature
import Reading
import SeededRandom
import Testing
import TestSupport

/// A record that is written and read again stays the same, for random records with awkward
/// characters.
struct RoundTripTests {
  @Test(arguments: ExportFormat.allCases)
  func `records survive`(_ format: ExportFormat) throws {
    var random = SplitMix64(seed: 3)
    let documents = (0..<300).map { Self.document($0, format, &random) }
    let text = format.writer.file(documents)
    let folder = try TemporaryFolder()
    let path = try folder.write("export.\(format.fileExtension)", text.utf8)
    let reading = ReadDocuments(library: path)
    #expect(reading.failures.isEmpty && reading.repaired.isEmpty)
    #expect(reading.documents.count == documents.count)
    for (old, new) in zip(documents, reading.documents) {
      #expect(new.title == old.title)
      #expect(new.authors == old.authors)
      #expect(new.year == old.year)
      // The venue of a book or report is exported as its publisher.
      let isWhole = ["Book", "Report"].contains(old.type) && format != .csv && format != .jsonl
      let isPublisher = isWhole && old.imprint.publisher == nil
      #expect(new.venue == (isPublisher ? nil : old.venue))
      // A record without a type but with a journal is exported as an article.
      let isArticle = old.venue != nil && [.ris, .bibtex, .cslJSON].contains(format)
      #expect(new.type == old.type ?? (isArticle ? "Journal Article" : nil))
      #expect(new.language == old.language)
      #expect(Set(new.identifiers) == Set(old.identifiers))
      #expect(new.keywords == old.keywords)
      #expect(new.text == old.text)
      var imprint = old.imprint
      if isPublisher { imprint.publisher = old.venue }
      #expect(new.imprint == imprint)
      #expect(new.url == old.url)
      for name in FacetName.allCases {
        #expect(Self.values(new.facets, name) == Self.values(old.facets, name))
      }
      #expect(new.facets.statedNone == old.facets.statedNone)
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func `a name that contains “and” survives`(_ format: ExportFormat) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Title"
    document.authors = ["Eletriptan and Cafergot Comparative Study Group", "Lee, Ann"]
    for count in 1...2 {
      var document = document
      document.authors = Array(document.authors.prefix(count))
      let text = format.writer.file([document])
      let read = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
      #expect(read.documents.map(\.authors) == [document.authors], "\(text)")
    }
  }

  @Test(arguments: ExportFormat.allCases)
  func `initials survive as they are written`(_ format: ExportFormat) {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Title"
    document.authors = [
      "Flicker, Sharon M", "Baird, JK", "Baird, J.K.", "Roy, J. K.", "Sartre, Jean-Paul",
      "Lee, A B, Jr",
    ]
    document.imprint.editors = ["Ng, CY", "Holloway, R. G"]
    let text = format.writer.file([document])
    let read = ReadDocuments(contents: Array(text.utf8), name: "a.\(format.fileExtension)")
    #expect(read.documents.map(\.authors) == [document.authors], "\(text)")
    #expect(read.documents.map(\.imprint.editors) == [document.imprint.editors], "\(text)")
  }

  @Test func `names that are edited in an export are read as edited`() {
    let text = #"""
      [{"title":"Title","author":[{"family":"Lee","given":"A. B."},{"family":"Roy","given":"C."}],
      "custom":{"author":["Lee, AB","Ray, C"]}},
      {"title":"Other","author":[{"family":"Lee","given":"A. B."}],"custom":{"author":["Lee, AB","X"]}}]
      """#
    let read = ReadDocuments(CSLJSONReader(), text, name: "a.json")
    #expect(read.documents.map(\.authors) == [["Lee, AB", "Roy, C."], ["Lee, A. B."]])
  }

  @Test func `JSON Lines keeps whole texts and CSV their lines`() throws {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Title"
    document.text = "One paragraph.\n\nAnother \"quoted\" \u{1}\ttext."
    document.sections = [Section(bytes: 0..<document.text.utf8.count)]
    let lines = ReadDocuments(JSONLinesReader(), ExportFormat.jsonl.writer.file([document]))
    #expect(lines.documents.first?.text == document.text)
    #expect(document.abstract == "One paragraph. Another \"quoted\" \u{1} text.")
  }

  @Test func `facets are shown in notes`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    document.title = "Title"
    document.facets.method = [FacetValue("qualitative", origin: .extracted)]
    document.facets.sampleSize = [FacetValue(45, origin: .extracted)]
    let ris = ExportFormat.ris.writer.file([document])
    #expect(ris.contains("KW  - peerlit:method=qualitative\n"))
    #expect(ris.contains("N1  - Facets: method qualitative; sample size 45\n"))
  }

  @Test func `long texts are exported as their abstracts`() {
    var document = Document(id: "a", source: Source(path: "/a"))
    let abstract = "Short words."
    let body = String(repeating: "Long text. ", count: 1000)
    document.text = "\(abstract)\n\(body)"
    document.sections = [
      Section(heading: "Abstract", kind: .abstract, bytes: 0..<abstract.utf8.count),
      Section(bytes: abstract.utf8.count + 1..<document.text.utf8.count),
    ]
    #expect(document.abstract == abstract)
  }

  private static func values(_ facets: Facets, _ name: FacetName) -> [String] {
    facets[codes: name].map(\.value) + facets[counts: name].map { String($0.value) }
  }

  private static func document(
    _ number: Int, _ format: ExportFormat, _ random: inout SplitMix64
  ) -> Document {
    var document = Document(id: "record-\(number)", source: Source(path: "/a"))
    document.title = words(1...12, &random)
    document.authors = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Bool.random(using: &random)
        ? "\(name(&random)), \(name(&random)) \(name(&random))"
          + (Bool.random(using: &random) ? "" : ", Jr")
        : "\(name(&random)) \(name(&random))"
    }
    if Bool.random(using: &random) { document.year = .random(in: 1900...2030, using: &random) }
    if Bool.random(using: &random) { document.venue = "Journal of \(words(1...3, &random))" }
    document.type =
      [nil, "Journal Article", "Book", "Report", "Odd kind"]
      .randomElement(using: &random) ?? nil
    document.language = [nil, "en", "de"].randomElement(using: &random) ?? nil
    if Bool.random(using: &random) {
      document.url = "https://example.org/\(number)?a=1&b=%20~x_y"
    }
    if Bool.random(using: &random) {
      document.identifiers.append(Identifier(.doi, "10.1000/a_b-(\(number))"))
    }
    if Bool.random(using: &random) {
      document.identifiers.append(Identifier(.pmid, "\(number + 1)"))
    }
    if Bool.random(using: &random) {
      document.identifiers.append(Identifier(.pmcid, "PMC\(number + 1000)"))
    }
    document.keywords = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      "\(name(&random)), \(name(&random))/*\(name(&random))"
    }
    if Bool.random(using: &random) {
      document.text = words(10...80, &random)
      document.sections = [Section(kind: .abstract, bytes: 0..<document.text.utf8.count)]
    }
    if Bool.random(using: &random) {
      document.imprint.volume = "12"
      document.imprint.issue = "3-4"
      document.imprint.pages = ["e0815", "10-19"].randomElement(using: &random)
      document.imprint.publisher = words(1...2, &random)
      document.imprint.issn = "1234-5678"
    }
    if document.year != nil, Bool.random(using: &random) {
      document.imprint.month = .random(in: 1...12, using: &random)
      if Bool.random(using: &random) { document.imprint.day = .random(in: 1...31, using: &random) }
    }
    if !document.authors.isEmpty, Bool.random(using: &random) {
      document.imprint.editors = ["\(name(&random)), \(name(&random))"]
      document.imprint.place = "Glasgow"
      document.imprint.edition = "2nd ed."
    }
    if let venue = document.venue, document.type != "Book", document.type != "Report",
      Bool.random(using: &random)
    {
      document.imprint.abbreviation = venue.replacing("Journal of", with: "J")
    }
    if format != .nbib {
      document.imprint.accessed =
        [nil, "2024", "2024-05", "2024-05-12"]
        .randomElement(using: &random) ?? nil
    }
    if Bool.random(using: &random) { document.imprint.notes = ["\(name(&random)): read “it”"] }
    let facets: [(FacetName, [String])] = [
      (.method, ["qualitative", "case-study"]), (.setting, ["none"]), (.condition, ["hiv"]),
      (.sampleSize, ["45"]), (.includedStudies, ["7"]),
    ]
    var keywords = facets.filter { _ in Bool.random(using: &random) }.flatMap { name, values in
      values.map { "peerlit:\(name.rawValue)=\($0)" }
    }
    document.facets = FacetKeywords.takeFacets(from: &keywords)
    return document
  }

  private static func name(_ random: inout SplitMix64) -> String {
    ["Lee", "O’Brien", "Müller", "Świdnicka", "Chén", "Nguyễn", "Smith-Jones"]
      .randomElement(using: &random) ?? ""
  }

  private static func words(_ count: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
    let all = [
      "peer", "support", "naïve", "100%", "R&D", "a_b", "{braced}", "$5", "#1", "C:\\path", "~",
      "^",
      "“quoted”", "\"straight\"", "it's", "–", "--", "---", "``x''", "中文", "ελ", "<b>", "a,b",
      "1;2",
      "=x", "@home", "(hcv)", "n=45", "'single'", "e\u{301}",
    ]
    return (0..<Int.random(in: count, using: &random))
      .compactMap { _ in all.randomElement(using: &random) }.joined(separator: " ")
  }
}
