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
  }

  private var lines: LineQueue
  private let limit: Int

  /// Reads the rest of a stream.
  init(_ stream: ByteStream, limit: Int) {
    lines = LineQueue(stream, limit: limit)
    self.limit = limit
  }

  /// The next entry, or `nil` at the end.
  mutating func next() -> Entry? {
    while let line = lines.next() {
      guard let at = Self.opening(line.bytes) else { continue }
      var entry = [LineQueue.Line(bytes: Array(line.bytes[at...]), number: line.number)]
      let isRound = Self.isRound(line.bytes[at...])
      var depth = 0
      var size = 0
      while let current = entry.last {
        size += current.bytes.count
        if let end = Self.close(current.bytes, &depth, isRound: isRound) {
          // Another entry may follow on the same line.
          let rest = Array(current.bytes[end...])
          if Self.opening(rest) != nil {
            lines.putBack([LineQueue.Line(bytes: rest, number: current.number)])
          }
          entry[entry.count - 1].bytes = Array(current.bytes[..<end])
          return Entry(bytes: Self.join(entry), line: line.number, isClosed: true)
        }
        guard size < limit, let more = lines.next() else { break }
        entry.append(more)
        if !lines.mayLookAhead, Self.opening(more.bytes) == 0 { break }
      }
      let other = entry.indices.dropFirst().first { Self.opening(entry[$0].bytes) == 0 }
      if let other { lines.putBack(entry[other...]) }
      return Entry(
        bytes: Self.join(entry[..<(other ?? entry.count)]), line: line.number,
        isClosed: false)
    }
    return nil
  }

  private static func join(_ lines: some Sequence<LineQueue.Line>) -> [UInt8] {
    Array(lines.map(\.bytes).joined(separator: [0x0A]))
  }

  /// The index at which an entry begins on a line: "@", letters and a brace.
  private static func opening(_ line: [UInt8]) -> Int? {
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

  /// The index at which the braces close on a line; `nil` if they stay open.
  private static func close(_ line: [UInt8], _ depth: inout Int, isRound: Bool) -> Int? {
    var index = 0
    while index < line.count {
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
