import Literature

/// The entries of a BibTeX stream, one at a time, split at their braces.
///
/// An unclosed entry ends where the next one begins at the start of a line, so that it does not
/// swallow other entries.
struct BibTeXEntries {
  /// An entry as written in the file.
  struct Entry {
    var bytes: [UInt8]
    var line: Int
    var isClosed: Bool
    /// Whether the entry is longer than the limit, at which reading stopped.
    var isTooLong = false
  }

  private var lines: LineQueue
  private let limit: Int
  /// The line on which the last entry ended, if another entry follows there, and where.
  ///
  /// A whole file can be one line, so the rest is not copied.
  private var rest: (line: LineQueue.Line, start: Int)?

  /// Reads the rest of a stream.
  init(_ stream: ByteStream, limit: Int) {
    lines = LineQueue(stream, limit: limit)
    self.limit = limit
  }

  /// The next entry, or `nil` at the end.
  mutating func next() -> Entry? {
    while let (line, start) = nextLine() {
      guard let at = Self.opening(line.bytes[start...]) else { continue }
      var entry = [line]
      let isRound = Self.isRound(line.bytes[at...])
      var depth = 0
      var size = 0
      var position = at
      while let current = entry.last {
        size += current.bytes.count - position
        if let end = Self.close(current.bytes[position...], &depth, isRound: isRound) {
          if Self.opening(current.bytes[end...]) != nil { rest = (current, end) }
          return Entry(
            bytes: Self.join(entry[...], from: at, to: end), line: line.number, isClosed: true)
        }
        guard size < limit, let more = lines.next() else { break }
        entry.append(more)
        position = 0
        if !lines.mayLookAhead, Self.opening(more.bytes[...]) == 0 { break }
      }
      let other = entry.indices.dropFirst().first { Self.opening(entry[$0].bytes[...]) == 0 }
      if let other { lines.putBack(entry[other...]) }
      return Entry(
        bytes: Self.join(entry[..<(other ?? entry.count)], from: at), line: line.number,
        isClosed: false, isTooLong: other == nil && size >= limit)
    }
    return nil
  }

  /// The lines skipped so far because they are too long, each only once.
  mutating func takeTooLong() -> [LineQueue.TooLong] { lines.takeTooLong() }

  /// The line that is read next, and where to begin.
  private mutating func nextLine() -> (line: LineQueue.Line, start: Int)? {
    if let rest {
      self.rest = nil
      return rest
    }
    return lines.next().map { (line: $0, start: 0) }
  }

  /// The bytes of some lines, from an index on the first to one on the last.
  private static func join(
    _ lines: ArraySlice<LineQueue.Line>, from start: Int, to end: Int? = nil
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, line) in zip(lines.indices, lines) {
      if index > lines.startIndex { bytes.append(0x0A) }
      let first = index == lines.startIndex ? start : 0
      let last = index == lines.endIndex - 1 ? end ?? line.bytes.count : line.bytes.count
      bytes.append(contentsOf: line.bytes[first..<last])
    }
    return bytes
  }

  /// The index at which an entry begins on a line or the rest of one: "@", letters and a brace.
  private static func opening(_ line: ArraySlice<UInt8>) -> Int? {
    guard let at = line.firstIndex(of: 0x40) else { return nil }
    guard line[..<at].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x7D }) else { return nil }
    let name = line[(at + 1)...].prefix(while: \.isLetter)
    let brace = line[name.endIndex...].drop { $0 == 0x20 }.first
    return !name.isEmpty && (brace == 0x7B || brace == 0x28) ? at : nil
  }

  /// Whether an entry is in round brackets instead of braces.
  private static func isRound(_ entry: ArraySlice<UInt8>) -> Bool {
    entry.first { $0 == 0x7B || $0 == 0x28 } == 0x28
  }

  /// The index after the brace that closes an entry on a line; `nil` if it stays open.
  private static func close(
    _ line: ArraySlice<UInt8>, _ depth: inout Int, isRound: Bool
  ) -> Int? {
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case 0x5C: index += 1
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth <= 0, !isRound { return index + 1 }
      case 0x29 where depth == 0 && isRound: return index + 1
      default: break
      }
      index += 1
    }
    return nil
  }
}
