/// Reads the documents of one format.
///
/// A reader is a value without state. It emits one outcome per record, in the order of the file, as
/// soon as it has read the record. An error in a record becomes a failure with its location, and
/// the next record is read. Readers throw no errors themselves.
package protocol DocumentReader: Sendable {
  /// Human-readable name of the format.
  static var format: String { get }

  /// Whether its files are zip files that are one document, not archives of files.
  static var isPacked: Bool { get }

  /// Whether a file with this beginning has the format.
  static func recognises(_ head: FileHead) -> Bool

  /// Creates a reader.
  init()

  /// Creates a reader with options; formats without options need only ``init()``.
  init(options: ReadingOptions)

  /// Reads all records of a stream.
  ///
  /// - Throws: only what `emit` throws, which stops reading.
  func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop)
}

extension DocumentReader {
  /// Most formats are not packed.
  package static var isPacked: Bool { false }

  /// Creates a reader of a format without options.
  package init(options: ReadingOptions) {
    self.init()
  }
}
