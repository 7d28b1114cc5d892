import Literature

/// A record of a tagged format (RIS, MEDLINE, Web of Science): tags and values in order.
///
/// Values are stored as bytes and converted to strings on demand, because most tags of a record are
/// never used.
package struct TaggedRecord {
  /// A field's tag of up to four bytes, packed into a number.
  package struct Tag: Hashable, ExpressibleByStringLiteral {
    let packed: UInt32

    init(packed: UInt32) {
      self.packed = packed
    }

    package init(stringLiteral text: StaticString) {
      packed = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        .reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The bit of the tag, shared with other tags, in a set of 64.
    fileprivate var bit: UInt64 { 1 << UInt64((packed &* 0x9E37_79B1) >> 26) }
  }

  /// A tag and the location of its value in the buffer.
  private struct Field {
    let tag: Tag
    let start: Int
    var end: Int
  }

  /// Line on which the record begins.
  var line = 0
  /// Whether broken UTF-8 was replaced in the values read so far.
  private(set) var isRepaired = false
  private var fields: [Field] = []
  private var buffer: [UInt8] = []
  /// Offsets in the buffer at which a value continues on another line, non-decreasing.
  private var breaks: [Int] = []
  /// The bits of all tags, which quickly rule out most absent tags.
  private var present: UInt64 = 0

  /// Empties the record, keeping its memory.
  mutating func reset() {
    fields.removeAll(keepingCapacity: true)
    buffer.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    present = 0
    isRepaired = false
  }

  /// Adds a field.
  mutating func add(_ tag: Tag, _ value: UnsafeRawBufferPointer) {
    let start = buffer.count
    buffer.append(contentsOf: value)
    fields.append(Field(tag: tag, start: start, end: buffer.count))
    present |= tag.bit
  }

  /// Continues the last field with another line; the two are joined by one space.
  mutating func extend(_ value: UnsafeRawBufferPointer) {
    guard let last = fields.indices.last, !value.isEmpty else { return }
    while buffer.count > fields[last].start, let end = buffer.last, end.isBlank {
      buffer.removeLast()
    }
    if fields[last].start < buffer.count {
      buffer.append(0x20)
      breaks.append(buffer.count)
    }
    buffer.append(contentsOf: value)
    fields[last].end = buffer.count
  }

  /// Takes back the line by which ``extend(_:)`` has just continued the last field.
  mutating func dropLastLine() {
    guard let last = fields.indices.last else { return }
    let start = fields[last].start
    if let lineStart = breaks.last, lineStart > start {
      breaks.removeLast()
      fields[last].end = lineStart
    } else {
      fields[last].end = start
    }
    buffer.removeSubrange(fields[last].end...)
  }

  /// Takes back the last field if it may be the beginning of a number or an identifier: it has a
  /// digit and no space.
  ///
  /// The beginning of an identifier may be the identifier of another work.
  mutating func dropLastNumber() {
    guard let last = fields.last else { return }
    let value = buffer[last.start..<last.end].drop { $0.isBlank }
    guard value.contains(where: \.isDigit), !value.contains(where: \.isBlank) else { return }
    fields.removeLast()
    buffer.removeSubrange(last.start...)
  }

  /// The lines of all values of a tag, for formats that list one name or keyword per line.
  mutating func lines(_ tag: Tag) -> [String] {
    guard present & tag.bit != 0 else { return [] }
    var lines: [String] = []
    for field in fields where field.tag == tag {
      var start = field.start
      let first = breaks.partitioningIndex { $0 > field.start }
      for end in breaks[first...].prefix(while: { $0 <= field.end }) {
        append(decode(start, end), to: &lines)
        start = end
      }
      append(decode(start, field.end), to: &lines)
    }
    return lines
  }

  /// All values of a tag that are not empty.
  mutating func values(_ tag: Tag) -> [String] {
    guard present & tag.bit != 0 else { return [] }
    var values: [String] = []
    for field in fields where field.tag == tag {
      append(decode(field.start, field.end), to: &values)
    }
    return values
  }

  /// All values of several tags that are not empty, in the order of the record.
  mutating func values(ofAny tags: Tag...) -> [String] {
    guard tags.contains(where: { present & $0.bit != 0 }) else { return [] }
    var values: [String] = []
    for field in fields where tags.contains(field.tag) {
      append(decode(field.start, field.end), to: &values)
    }
    return values
  }

  /// Whether the record has a field of a tag, even an empty one.
  func has(_ tag: Tag) -> Bool {
    present & tag.bit != 0 && fields.contains { $0.tag == tag }
  }

  /// The first value of the first tag that has one.
  mutating func first(_ tags: Tag...) -> String? {
    for tag in tags where present & tag.bit != 0 {
      for field in fields where field.tag == tag {
        let value = decode(field.start, field.end)
        if !value.isEmpty { return value }
      }
    }
    return nil
  }

  private func append(_ value: String, to values: inout [String]) {
    if !value.isEmpty { values.append(value) }
  }

  private mutating func decode(_ start: Int, _ end: Int) -> String {
    var (start, end) = (start, end)
    while start < end, buffer[start].isBlank { start += 1 }
    while start < end, buffer[end - 1].isBlank { end -= 1 }
    guard start < end else { return "" }
    if end - start <= PlaceholderText.longest,
      buffer[start..<end].withUnsafeBytes({ PlaceholderText.matches($0) })
    {
      return ""
    }
    let decoded = buffer.withUnsafeBytes { buffer in
      DecodedText(UnsafeRawBufferPointer(rebasing: buffer[start..<end]), leastHighBytes: 1)
    }
    if decoded.isRepaired { isRepaired = true }
    return HTMLEntities.decode(decoded.text).trimmed
  }
}
