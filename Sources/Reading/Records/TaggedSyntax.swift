/// The syntax of a tagged format; each instance reads the lines of one stream.
package protocol TaggedSyntax: Sendable {
  /// The tag with which a record begins, for messages.
  static var opener: String { get }
  /// The tag with which a record ends, alone or as its last field.
  static var closer: StaticString { get }
  /// The tag with which a file begins; `nil` if the format has none.
  static var fileStart: TaggedRecord.Tag? { get }
  /// The tag with which a file ends; `nil` if the format has none.
  static var fileEnd: TaggedRecord.Tag? { get }
  /// The tags of lines before, between and after records that say nothing about a document.
  static var outsideRecords: Set<TaggedRecord.Tag> { get }
  /// Creates the state before the first line.
  init()
  /// Reads one line.
  mutating func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine
  /// Whether a field begins a record. An empty line alone does not end one.
  ///
  /// - Parameters:
  ///   - isOpen: whether a record is open.
  ///   - hasBlank: whether that record contains an empty line.
  ///   - has: whether that record has a field with a tag.
  static func begins(
    _ tag: TaggedRecord.Tag, isOpen: Bool, hasBlank: Bool, has: (TaggedRecord.Tag) -> Bool
  ) -> Bool
  /// Whether a record that is open at the end of a file, without ``closer``, is cut off.
  ///
  /// - Parameters:
  ///   - othersClose: whether an earlier record of the file has ``closer``; `nil` if there is none.
  ///   - has: whether the record has a field with a tag.
  static func isCutOff(othersClose: Bool?, has: (TaggedRecord.Tag) -> Bool) -> Bool
  /// Converts a record to a reference.
  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord
}

extension TaggedSyntax {
  /// By default, a file begins with its first record.
  package static var fileStart: TaggedRecord.Tag? { nil }
  /// By default, a file ends with its last record.
  package static var fileEnd: TaggedRecord.Tag? { nil }
  /// By default, a file has only records.
  package static var outsideRecords: Set<TaggedRecord.Tag> { [] }

  /// Every record has an end, unless no record of the file has one.
  package static func isCutOff(
    othersClose: Bool?, has: (TaggedRecord.Tag) -> Bool
  ) -> Bool {
    othersClose ?? true
  }
}
