/// Messages out of a stream of bytes, one a line.
public struct MessageLines: Sendable {
  /// A line of the stream.
  public enum Line: Sendable, Equatable {
    /// A message, without its line's end.
    case message([UInt8])
    /// A line that was longer than allowed; it was passed over.
    case tooLong
  }

  private let limit: Int
  private var waiting: [UInt8] = []
  private var isTooLong = false

  /// Begins before the first byte.
  ///
  /// - Parameter limit: bytes of a line; more are not kept.
  public init(limit: Int = ServiceLimits().body) {
    self.limit = limit
  }

  /// The lines that further bytes complete, but for empty ones.
  public mutating func add(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<place])
      if let line = end() { lines.append(line) }
      rest = rest[(place + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The line that the end of the stream completes, if one was begun.
  public mutating func end() -> Line? {
    defer {
      waiting = []
      isTooLong = false
    }
    if isTooLong { return .tooLong }
    return waiting.allSatisfy(Self.isSpace) ? nil : .message(waiting)
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if isTooLong || waiting.count + bytes.count > limit {
      isTooLong = true
      waiting = []
    } else {
      waiting += bytes
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
