/// The syntax of a tagged format; each instance reads the lines of one stream.
package protocol TaggedSyntax: Sendable {
  /// Whether an empty line ends a record.
  static var endsAtBlank: Bool { get }
  /// Creates the state before the first line.
  init()
  /// Reads one line.
  mutating func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine
  /// Whether a field begins a record.
  ///
  /// - Parameters:
  ///   - isOpen: whether a record is open.
  ///   - isRepeated: whether that record already has a field with this tag.
  static func begins(
    _ tag: TaggedRecord.Tag, isOpen: Bool, isRepeated: @autoclosure () -> Bool
  ) -> Bool
  /// Converts a record to a reference.
  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord
}
