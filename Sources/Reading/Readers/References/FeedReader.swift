import Literature

/// Feeds of new works, such as those of arXiv's web service (Atom), and of searches in PubMed and
/// journals (RSS 1.0 and 2.0, with Dublin Core and PRISM).
package struct FeedReader: XMLRecordReader {
  package static let format = "Atom and RSS"
  static let records = ["entry", "item"]

  package static func recognises(_ head: FileHead) -> Bool {
    switch head.xmlRoot.map(String.init) {
    case "feed": head.holds("http://www.w3.org/2005/Atom")
    case "rss": true
    case "RDF": head.holds("http://purl.org/rss/1.0")
    default: false
    }
  }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    reference(record).document(from: origin, line: line)
  }

  /// The elements of an entry by their names.
  private typealias Fields = [String: [XMLElement]]

  private func reference(_ record: XMLElement) -> BibliographicRecord {
    let fields = Fields(grouping: record.children, by: \.localName)
    func text(_ names: String...) -> String? {
      for name in names {
        if let text = fields[name]?.first?.content { return text }
      }
      return nil
    }
    var reference = BibliographicRecord()
    reference.key = text("id", "guid")
    reference.title = Self.plain(text("title") ?? "")
    reference.setNames(NameList.divided(names(fields), order: .givenFirst), editors: [])
    for name in Self.dates { reference.setDate(text(name)) }
    reference.venue = text("publicationName", "source")
    reference.imprint.volume = text("volume")
    reference.imprint.issue = text("number")
    reference.imprint.pages = Imprint.pages(from: text("startingPage"), to: text("endingPage"))
    reference.imprint.issn = text("issn")
    reference.imprint.publisher = text("publisher")
    reference.language = text("language")
    // PubMed has only the conclusion as the description, and the whole abstract as encoded HTML.
    let descriptions = [text("description"), text("encoded")].compactMap(\.self)
      .map { Self.abstract($0) }
    reference.abstract =
      text("summary").map { Self.abstract($0) }
      ?? descriptions.max { $0.utf8.count < $1.utf8.count }
      ?? Self.abstract(text("content") ?? "")
    reference.notes = [text("comment"), text("journal_ref")].compactMap(\.self)
    reference.keywords =
      (fields["category"] ?? []).compactMap { $0.attribute("term") ?? $0.content }
      + texts(fields["subject"])
    addIdentifiers(fields, &reference)
    reference.decodeEntities()
    return reference
  }

  /// The elements with the date of publication, the most trusted first.
  private static let dates = [
    "publicationDate", "coverDate", "published", "date", "pubDate", "updated",
  ]

  private func texts(_ elements: [XMLElement]?) -> [String] {
    (elements ?? []).compactMap(\.content)
  }

  /// The people; RSS has an email address in place of a name.
  private func names(_ fields: Fields) -> [String] {
    let authors = (fields["author"] ?? []).compactMap { $0.child("name")?.content ?? $0.content }
    return (authors + texts(fields["creator"])).filter { !$0.contains("@") }
      .flatMap(NameText.names)
  }

  private func addIdentifiers(_ fields: Fields, _ reference: inout BibliographicRecord) {
    let links = (fields["link"] ?? []).filter {
      ["alternate", nil].contains($0.attribute("rel"))
    }.compactMap { $0.attribute("href") ?? $0.content }
    reference.setURL(inAnyOf: links)
    reference.add(.doi, fields["doi"]?.first?.content)
    let numbers = [reference.key].compactMap(\.self) + texts(fields["identifier"]) + links
    // Each is compared with those before it.
    for text in numbers.prefix(100) {
      let folded = text.lowercased()
      let isPMID = folded.hasPrefix("pmid:") || folded.hasPrefix("pubmed:")
      if isPMID || folded.contains("pubmed.ncbi.nlm.nih.gov/") {
        reference.add(.pmid, String(text.drop { !$0.isASCIIDigit }.prefix(while: \.isASCIIDigit)))
      } else if let number = Self.arXivNumber(in: text) {
        reference.addAccessions(number, of: "arXiv")
        reference.types = ["Preprint"]
      } else if folded.hasPrefix("doi:") || folded.contains("doi.org/") {
        reference.add(.doi, text)
      }
    }
  }

  /// The number in an address of arXiv, without its version: "http://arxiv.org/abs/1801.00001v2".
  private static func arXivNumber(in address: String) -> String? {
    guard let mark = address.firstRange(of: "arxiv.org/abs/") else { return nil }
    let number = address[mark.upperBound...].prefix { $0 != "v" && $0 != "?" }
    return number.isEmpty ? nil : String(number)
  }

  /// An abstract without HTML, and without the reference that PubMed writes above it.
  private static func abstract(_ text: String) -> String {
    let text = plain(text)
    guard let mark = text.firstRange(of: "ABSTRACT ") else { return text }
    let rest = text[mark.upperBound...]
    return String(rest[..<(rest.firstRange(of: " PMID:")?.lowerBound ?? rest.endIndex)])
  }

  /// A text without tags of HTML, which feeds contain as text.
  private static func plain(_ text: String) -> String {
    guard text.holds("</") || text.holds("/>"),
      let tree = try? XMLTree(Array(text.utf8), isHTML: true)
    else { return text }
    return tree.withRoot { $0.text() }
  }
}
