/// Splits a stream of bytes into messages, one per line.
public struct MessageLines: Sendable {
  /// A line of the stream.
  public enum Line: Sendable, Equatable {
    /// A message, without the line break.
    case message([UInt8])
    /// A line that was too long; it was skipped.
    case tooLong
  }

  private let limit: Int
  private var waiting: [UInt8] = []
  private var isTooLong = false

  /// Creates a splitter.
  ///
  /// - Parameter limit: maximum length of a line in bytes.
  public init(limit: Int = ServiceLimits().body) {
    self.limit = limit
  }

  /// Adds bytes and returns the lines that they complete, except empty ones.
  public mutating func add(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<newline])
      if let line = end() { lines.append(line) }
      rest = rest[(newline + 1)...]
    }
    keep(rest)
    return lines
  }

  /// The last line, if it has no line break.
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
