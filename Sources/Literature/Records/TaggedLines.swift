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

extension TaggedSyntax {
  /// Reads all records of a stream.
  static func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    var record = TaggedRecord()
    var isOpen = false
    func outcome() -> ReadOutcome? {
      defer { isOpen = false }
      guard isOpen else { return nil }
      let reference = reference(&record)
      let line = record.line
      guard let document = reference.document(from: origin, line: line) else {
        return .failed(
          origin.notice(.line(line), "has no title, author, abstract or identifier"))
      }
      return .document(document, repaired: record.isRepaired)
    }
    while let next = stream.nextLine(limit: 1 << 26) {
      guard case .bytes(var line) = next else {
        if case .tooLong(let count) = next {
          let error = ReadError.tooLarge(bytes: count, limit: 1 << 26)
          try emit(.failed(origin.notice(.line(stream.lineNumber), error.description)))
        }
        continue
      }
      if stream.lineNumber == 1, ByteOrderMark(line) == .utf8 {
        line = UnsafeRawBufferPointer(rebasing: line.dropFirst(3))
      }
      switch parse(line) {
      case .field(let tag, let start):
        if tag == opening {
          if let outcome = outcome() { try emit(outcome) }
          record.reset()
          record.line = stream.lineNumber
          isOpen = true
        }
        if isOpen { record.add(tag, UnsafeRawBufferPointer(rebasing: line[start...])) }
      case .more(let start):
        if isOpen { record.extend(UnsafeRawBufferPointer(rebasing: line[start...])) }
      case .end:
        if let outcome = outcome() { try emit(outcome) }
      case .blank:
        if endsAtBlank, let outcome = outcome() { try emit(outcome) }
      }
    }
    if let outcome = outcome() { try emit(outcome) }
  }
}

extension UnsafeRawBufferPointer {
  /// Where the first byte that is not a space or tab stands; `nil` when there is none.
  var firstVisible: Int? { firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } }
}

extension UInt8 {
  /// Whether it is one of A to Z.
  var isCapital: Bool { (0x41...0x5A).contains(self) }
  /// Whether it is one of 0 to 9.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
