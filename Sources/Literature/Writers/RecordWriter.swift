/// Writes documents as records of one format.
///
/// A file consists of the opening, the records with separators between them, and the closing. A
/// writer is used for one file and stores at most the keys it has used, so that any number of
/// documents can be streamed.
public protocol RecordWriter: Sendable {
  /// The beginning of a file.
  var opening: String { get }
  /// The text between two records.
  var separator: String { get }
  /// The end of a file.
  var closing: String { get }
  /// One record.
  mutating func record(_ document: Document) -> String
}

extension RecordWriter {
  /// Empty.
  public var opening: String { "" }
  /// Empty.
  public var separator: String { "" }
  /// Empty.
  public var closing: String { "" }

  /// A whole file.
  public func file(_ documents: some Sequence<Document>) -> String {
    var writer = self
    var records: [String] = []
    for document in documents { records.append(writer.record(document)) }
    return opening + records.joined(separator: separator) + closing
  }
}
