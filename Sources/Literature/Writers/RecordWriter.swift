/// Writes documents as records of one format.
///
/// A file is the opening, each record with the separator between two, and the closing. A writer
/// serves one file, and remembers at most the keys that it gave, so that any number of documents
/// can be streamed.
public protocol RecordWriter: Sendable {
  /// What a file begins with.
  var opening: String { get }
  /// What comes between two records.
  var separator: String { get }
  /// What a file ends with.
  var closing: String { get }
  /// One record.
  mutating func record(_ document: Document) -> String
}

extension RecordWriter {
  /// Nothing.
  public var opening: String { "" }
  /// Nothing.
  public var separator: String { "" }
  /// Nothing.
  public var closing: String { "" }

  /// A whole file.
  public func file(_ documents: some Sequence<Document>) -> String {
    var writer = self
    var records: [String] = []
    for document in documents { records.append(writer.record(document)) }
    return opening + records.joined(separator: separator) + closing
  }
}

/// The formats in which records leave, by the names that `export --to` takes.
public enum ExportFormat: String, Sendable, CaseIterable {
  case ris, nbib, bibtex
  case cslJSON = "csl-json"
  case csv, jsonl

  /// The writer of the format.
  public var writer: any RecordWriter {
    switch self {
    case .ris: RISWriter()
    case .nbib: NBIBWriter()
    case .bibtex: BibTeXWriter()
    case .cslJSON: CSLJSONWriter()
    case .csv: CSVWriter()
    case .jsonl: JSONLinesWriter()
    }
  }

  /// Usual extension of its files, without the dot.
  public var fileExtension: String {
    switch self {
    case .bibtex: "bib"
    case .cslJSON: "json"
    case .ris, .nbib, .csv, .jsonl: rawValue
    }
  }
}
