/// The text that a field of another platform searches.
enum StrategyField: String, Hashable {
  case title, abstract, keyword, author, journal, doi, pmid
  /// Any identifier, such as an accession number.
  case id
  /// Subject headings as a whole.
  case subject
  /// Any text of a document.
  case any

  /// The field of the query language; `nil` if there is none, or if the whole text is searched.
  var field: QueryField? { self == .subject ? .keyword : QueryField(rawValue: rawValue) }

  /// The identifier that it asks for; `nil` for a part of a document.
  var identifier: IdentifierField? { IdentifierField(rawValue: rawValue) }
}
