/// A record of a tagged format (RIS, MEDLINE, Web of Science): tags and values in order.
///
/// Values are kept as bytes and made into strings when they are asked for, since most tags of a
/// record are not.
package struct TaggedRecord {
  /// A field's tag, packed into a number.
  package struct Tag: Hashable, ExpressibleByStringLiteral {
    let packed: UInt32

    init(_ bytes: UnsafeRawBufferPointer) {
      packed = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    package init(stringLiteral text: StaticString) {
      packed = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        .reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private struct Field {
    let tag: Tag
    var bytes: Range<Int>
    var breaks: [Int] = []

    /// The lines of the value.
    var lines: [Range<Int>] {
      zip([bytes.lowerBound] + breaks, breaks + [bytes.upperBound]).map { $0..<$1 }
    }
  }

  /// Line on which the record begins.
  var line = 0
  /// Whether broken UTF-8 in it was replaced, as far as values were asked for.
  private(set) var isRepaired = false
  private var fields: [Field] = []
  private var buffer: [UInt8] = []

  /// Whether nothing was added.
  var isEmpty: Bool { fields.isEmpty }

  /// Empties the record, keeping its memory.
  mutating func reset() {
    fields.removeAll(keepingCapacity: true)
    buffer.removeAll(keepingCapacity: true)
    isRepaired = false
  }

  /// Adds a field.
  mutating func add(_ tag: Tag, _ value: UnsafeRawBufferPointer) {
    let start = buffer.count
    buffer.append(contentsOf: value)
    fields.append(Field(tag: tag, bytes: start..<buffer.count))
  }

  /// Goes on with the last field on another line.
  mutating func extend(_ value: UnsafeRawBufferPointer) {
    guard let last = fields.indices.last, !value.isEmpty else { return }
    if !fields[last].bytes.isEmpty {
      buffer.append(0x20)
      fields[last].breaks.append(buffer.count)
    }
    buffer.append(contentsOf: value)
    fields[last].bytes = fields[last].bytes.lowerBound..<buffer.count
  }

  /// The lines of all values of a tag, for formats that list names one a line.
  mutating func lines(_ tag: Tag) -> [String] {
    var lines: [String] = []
    for field in fields where field.tag == tag {
      for line in field.lines {
        let value = decode(line)
        if !value.isEmpty { lines.append(value) }
      }
    }
    return lines
  }

  /// All values of a tag that are not empty.
  mutating func values(_ tag: Tag) -> [String] {
    var values: [String] = []
    for field in fields where field.tag == tag {
      let value = decode(field.bytes)
      if !value.isEmpty { values.append(value) }
    }
    return values
  }

  /// The first value of the first of some tags that has one.
  mutating func first(_ tags: Tag...) -> String? {
    for tag in tags {
      for field in fields where field.tag == tag {
        let value = decode(field.bytes)
        if !value.isEmpty { return value }
      }
    }
    return nil
  }

  private mutating func decode(_ range: Range<Int>) -> String {
    let decoded = buffer[range].withUnsafeBytes { DecodedText($0, leastHighBytes: 1) }
    if decoded.isRepaired { isRepaired = true }
    return decoded.text.trimmed
  }
}
