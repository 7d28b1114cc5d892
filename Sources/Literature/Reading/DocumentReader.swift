/// Reads the documents of one format.
///
/// A reader is a value without state. It gives one outcome a record, in the order of the file, as
/// soon as it has it; whatever is wrong with a record becomes a failure with its place, and the
/// next record is read. It never throws of itself.
package protocol DocumentReader: Sendable {
  /// Name of the format, as people call it.
  static var format: String { get }

  /// Whether a file that begins like this is of the format.
  static func recognises(_ head: FileHead) -> Bool

  /// Makes a reader.
  init()

  /// Reads all records of a stream.
  ///
  /// - Throws: only what `emit` throws, which ends the reading.
  func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop)
}
