/// A table with commas, quoted as RFC 4180 has it.
struct CSVWriter: RecordWriter {
  private static let columns = [
    "id", "title", "authors", "year", "venue", "type", "language", "doi", "pmid", "pmcid",
    "registry", "isbn", "url", "keywords", "volume", "issue", "pages", "publisher", "issn",
    "method", "setting", "condition", "sample_size", "included_studies", "abstract",
  ]

  var opening: String { Self.columns.joined(separator: ",") + "\n" }

  func record(_ document: Document) -> String {
    Self.columns.map { Self.quote(Self.value($0, document)) }.joined(separator: ",") + "\n"
  }

  private static func value(_ column: String, _ document: Document) -> String {
    if let scheme = Identifier.Scheme(rawValue: column) {
      return document.identifier(scheme) ?? ""
    }
    if let name = FacetName(rawValue: column) {
      return document.facets.texts(name).joined(separator: "; ")
    }
    let value: String? =
      switch column {
      case "id": document.id
      case "title": document.title
      case "authors": list(document.authors)
      case "year": document.year.map(String.init)
      case "venue": document.venue
      case "type": document.type
      case "language": document.language
      case "url": document.url
      case "keywords": list(document.keywords)
      case "volume": document.imprint.volume
      case "issue": document.imprint.issue
      case "pages": document.imprint.pages
      case "publisher": document.imprint.publisher
      case "issn": document.imprint.issn
      default: document.abstract
      }
    return value ?? ""
  }

  /// A semicolon after the last part says that commas stand inside of parts.
  private static func list(_ parts: [String]) -> String {
    parts.isEmpty
      ? "" : parts.map { $0.replacing(";", with: ",") }.joined(separator: "; ") + ";"
  }

  private static func quote(_ value: String) -> String {
    guard value.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return value }
    return "\"\(value.replacing("\"", with: "\"\""))\""
  }
}
