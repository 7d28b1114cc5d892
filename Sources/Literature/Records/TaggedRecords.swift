/// What a line of a tagged format is.
package enum TaggedLine {
  /// A tag and where its value begins.
  case field(TaggedRecord.Tag, valueAt: Int)
  /// More of the last value, from a byte on.
  case more(from: Int)
  /// The end of the record.
  case end
  /// Nothing.
  case blank
}

/// The syntax of a tagged format.
package protocol TaggedSyntax: Sendable {
  /// The tag that begins a record.
  static var opening: TaggedRecord.Tag { get }
  /// Whether an empty line ends a record.
  static var endsAtBlank: Bool { get }
  /// Reads one line.
  static func parse(_ line: UnsafeRawBufferPointer) -> TaggedLine
  /// Makes a reference of a record.
  static func reference(_ record: inout TaggedRecord) -> BibliographicRecord
}

/// The records of a tagged format in a stream, one at a time.
struct TaggedRecords<Syntax: TaggedSyntax> {
  private let stream: ByteStream
  private let origin: RecordOrigin
  private var record = TaggedRecord()
  private var isOpen = false

  /// Longest line in bytes.
  private static var lineLimit: Int { 1 << 26 }

  /// Begins to read.
  init(_ stream: ByteStream, from origin: RecordOrigin) {
    self.stream = stream
    self.origin = origin
  }

  /// What became of the next record, or `nil` at the end.
  mutating func next() -> ReadOutcome? {
    while let next = stream.nextLine(limit: Self.lineLimit) {
      guard case .bytes(var line) = next else {
        if case .tooLong(let count) = next { return tooLong(count) }
        continue
      }
      if stream.lineNumber == 1, ByteOrderMark(line) == .utf8 {
        line = UnsafeRawBufferPointer(rebasing: line.dropFirst(3))
      }
      switch Syntax.parse(line) {
      case .field(let tag, let start):
        let value = UnsafeRawBufferPointer(rebasing: line[start...])
        guard tag == Syntax.opening else {
          if isOpen { record.add(tag, value) }
          continue
        }
        let last = finish()
        record.reset()
        record.line = stream.lineNumber
        record.add(tag, value)
        isOpen = true
        if let last { return last }
      case .more(let start):
        if isOpen { record.extend(UnsafeRawBufferPointer(rebasing: line[start...])) }
      case .end:
        if let last = finish() { return last }
      case .blank:
        if Syntax.endsAtBlank, let last = finish() { return last }
      }
    }
    return finish()
  }

  /// Closes the record, and makes a document of it if one was open.
  private mutating func finish() -> ReadOutcome? {
    guard isOpen else { return nil }
    isOpen = false
    let reference = Syntax.reference(&record)
    guard let document = reference.document(from: origin, line: record.line) else {
      return .failed(
        origin.notice(.line(record.line), "has no title, author, abstract or identifier"))
    }
    return .document(document, repaired: record.isRepaired)
  }

  private func tooLong(_ count: Int) -> ReadOutcome {
    let error = ReadError.tooLarge(bytes: count, limit: Self.lineLimit)
    return .failed(origin.notice(.line(stream.lineNumber), error.description))
  }
}

extension UnsafeRawBufferPointer {
  /// Where the first byte that is not a space or tab stands; `nil` when there is none.
  var firstVisible: Int? { firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } }

  /// The tag that two bytes make.
  var tagOfTwo: TaggedRecord.Tag {
    TaggedRecord.Tag(packed: UInt32(self[0]) << 8 | UInt32(self[1]))
  }
}
