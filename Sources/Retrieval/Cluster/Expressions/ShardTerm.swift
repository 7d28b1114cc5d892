import Literature
import Query

/// The terms of texts in shards: a letter for the kind, then the word, code or number.
enum ShardTerm {
  /// A word in a document or passage.
  static func word(_ term: String, _ unit: SearchRequest.Unit) -> String {
    (unit == .document ? "D" : "P") + short(term)
  }

  /// A word in a field of a passage.
  static func word(_ term: String, _ field: QueryField) -> String {
    "F" + field.rawValue.prefix(2) + short(term)
  }

  /// All documents, or all passages.
  static func all(_ unit: SearchRequest.Unit) -> String { unit == .document ? "AD" : "AP" }

  /// A document by its number.
  static func document(_ number: UInt32) -> String { "n\(number)" }

  /// A passage by its number.
  static func passage(_ number: UInt32) -> String { "q\(number)" }

  /// The passages of a document.
  static func passages(of document: UInt32) -> String { "m\(document)" }

  /// A document or passage by its number.
  static func text(_ number: UInt32, _ unit: SearchRequest.Unit) -> String {
    unit == .document ? document(number) : passage(number)
  }

  /// A document, or its passages.
  static func texts(of number: UInt32, _ unit: SearchRequest.Unit) -> String {
    unit == .document ? document(number) : passages(of: number)
  }

  /// The stored rows of a document.
  static func rows(of document: UInt32) -> String { "r\(document)" }

  /// The stored rows of a document by a public id of it or of its records.
  static func rows(id: String) -> String { "i" + short(id) }

  /// The stored rows of documents by a key that equal identifiers share.
  static func rows(key: Int64) -> String { "k\(key)" }

  /// The stored rows of documents by an ISBN.
  static func rows(isbn line: String) -> String { "b" + short(line) }

  /// Documents and passages with a facet code, by the name of its column.
  static func code(_ column: String) -> String { "f" + short(column) }

  /// The slot of a number column of documents and passages; `nil` for others.
  static func slot(_ column: String) -> Int? { numbers.firstIndex(of: column) }

  private static let numbers = FacetDefinition.filters.filter { $0.kind != .codes }
    .flatMap { [$0.name.rawValue, DocumentColumn.possible($0.name.rawValue)] }

  /// The longest word that is stored as it is, in bytes; Xapian has a limit of 245.
  private static let longest = 200

  private static func short(_ text: String) -> String {
    if text.utf8.count <= longest { return text }
    var hasher = ContentHasher()
    hasher.feed(text)
    return "\u{1}" + hasher.finish().hexadecimal
  }
}
