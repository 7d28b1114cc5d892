/// The lines of a stream, with the option to put lines back.
///
/// A reader that looks for the end of something (a quotation, an entry) and does not find it puts
/// the lines back and reads them again. ``mayLookAhead`` limits such lines in proportion to the
/// stream, so that no input takes more than linear time.
struct LineQueue {
  /// A line and its number, from 1.
  struct Line {
    var bytes: [UInt8]
    var number: Int
  }

  /// A line that was skipped, because it is longer than the limit.
  struct TooLong {
    /// Its number, from 1.
    var number: Int
    /// Its length in bytes.
    var bytes: Int
  }

  private let stream: ByteStream
  private let limit: Int
  private var tooLong: [TooLong] = []
  /// Lines that were put back, in reverse order.
  private var returned: [Line] = []
  private var wasted = 0

  /// Reads the rest of a stream.
  ///
  /// - Parameter limit: the maximum length of a line in bytes; longer lines are skipped
  ///   (``takeTooLong()``).
  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next line, or `nil` at the end.
  mutating func next() -> Line? {
    if let line = returned.popLast() { return line }
    while let line = stream.nextLine(limit: limit) {
      switch line {
      case .bytes(let bytes): return Line(bytes: Array(bytes), number: stream.lineNumber)
      case .tooLong(let count): tooLong.append(TooLong(number: stream.lineNumber, bytes: count))
      }
    }
    return nil
  }

  /// The lines skipped so far because they are too long, each only once.
  mutating func takeTooLong() -> [TooLong] {
    defer { tooLong = [] }
    return tooLong
  }

  /// Puts lines back, to be read again.
  mutating func putBack(_ lines: some BidirectionalCollection<Line>) {
    wasted += lines.reduce(0) { $0 + $1.bytes.count + 1 }
    returned.append(contentsOf: lines.reversed())
  }

  /// Whether more than one line may be read ahead: false once the bytes put back exceed four times
  /// the bytes read, with some slack.
  var mayLookAhead: Bool { wasted <= 4 * (stream.position + (1 << 20)) }
}
