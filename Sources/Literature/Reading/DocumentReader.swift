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

/// Where the records of a stream come from.
package struct RecordOrigin: Sendable {
  /// Path of the file, absolute.
  package var path: String
  /// Name of the member, when the file is an archive.
  package var member: String?

  /// Names a file or a member of an archive.
  package init(path: String, member: String? = nil) {
    self.path = path
    self.member = member
  }

  /// File name without folders and extension (compression's extension included).
  package var stem: String { FileName(member ?? path).stem }

  /// A member of the archive that the stream is.
  func member(_ name: String) -> RecordOrigin {
    RecordOrigin(path: path, member: member.map { "\($0)/\(name)" } ?? name)
  }

  /// The source of a record with a key of its own.
  package func source(key: String?, line: Int? = nil) -> Source {
    let whole = member.map { member in key.map { "\(member)#\($0)" } ?? member } ?? key
    return Source(path: path, key: whole, line: line)
  }

  /// A notice on a place in the stream.
  package func notice(_ place: Place?, _ reason: String) -> ReadNotice {
    ReadNotice(path: path, place: member.map { .member($0, place) } ?? place, reason: reason)
  }
}
