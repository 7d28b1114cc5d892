import Answers

/// Documents of an index in some order, to be fetched in batches.
public struct DocumentSelection: Sendable {
  let numbers: [UInt32]
  /// Requested ids that are not in the index.
  public let unknown: [String]
  /// Notes on the query.
  public let notes: [SearchNote]

  /// Number of documents.
  public var count: Int { numbers.count }

  /// Whether the selection is empty.
  public var isEmpty: Bool { numbers.isEmpty }
}
