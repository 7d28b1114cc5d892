import Foundation

/// A buffered stream of bytes, read by lines, in blocks or as a whole.
///
/// Reading a file of any size takes only the memory of its longest line. Lines are returned as
/// pointers into the buffer, because copying a line would cost more than parsing it; they are valid
/// until the next call. A stream that fails ends early, and the reason is in ``failure``.
package final class ByteStream {
  /// A line of the stream.
  package enum Line {
    /// Its bytes, without the line break.
    case bytes(UnsafeRawBufferPointer)
    /// A line longer than the limit; its bytes are discarded.
    case tooLong(bytes: Int)
  }

  /// The error that ended the stream early, if any.
  package private(set) var failure: ReadError?
  /// Whether ``readAll(limit:)`` threw the failure, so that it is not reported again.
  package private(set) var isFailureReported = false
  /// Number of the line that ``nextLine(limit:)`` returned last, from 1.
  package private(set) var lineNumber = 0
  /// Whether the line that ``nextLine(limit:)`` returned last ends with the stream, without a line
  /// break.
  package private(set) var endsWithinLine = false
  /// The number of bytes returned so far.
  package private(set) var position = 0

  /// Maximum length of a line in bytes, unless a reader has another.
  package static let lineLimit = 1 << 29

  private var source: any ByteSource
  private var memory: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var atEnd = false
  private var lineEnd: UInt8?

  /// Opens a stream over a source.
  package init(_ source: some ByteSource) {
    self.source = source
    memory = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  /// Opens a stream over bytes in memory.
  package convenience init(_ bytes: some Sequence<UInt8>) {
    self.init(MemorySource(Array(bytes)))
  }

  deinit {
    memory.deallocate()
  }

  /// The next bytes, at most `count`, without consuming them; fewer at the end.
  package func peek(_ count: Int) -> UnsafeRawBufferPointer {
    while end - start < count, fill() {}
    return UnsafeRawBufferPointer(rebasing: memory[start..<min(end, start + count)])
  }

  /// The next line, or `nil` at the end.
  ///
  /// Lines end with a line feed (a preceding carriage return is dropped), or with carriage returns
  /// alone if the beginning of the file has no line feed.
  package func nextLine(limit: Int = ByteStream.lineLimit) -> Line? {
    let terminator = lineEnd ?? recogniseLineEnd()
    var searched = 0
    while true {
      let window = UnsafeRawBufferPointer(rebasing: memory[start + searched..<end])
      if let found = window.first(terminator) {
        let line = start..<start + searched + found
        return take(line, consuming: line.count + 1)
      }
      searched = end - start
      if searched > limit { return .tooLong(bytes: skipLine(terminator)) }
      if !fill() { break }
    }
    guard start < end else { return nil }
    endsWithinLine = true
    return take(start..<end, consuming: end - start)
  }

  /// Skips bytes that were peeked.
  package func skip(_ count: Int) {
    consume(min(count, end - start))
  }

  /// Fills a buffer with the next bytes, and returns their number; 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if start == end, !fill() { return 0 }
    let count = min(buffer.count, end - start)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<start + count]))
    consume(count)
    return count
  }

  /// All remaining bytes.
  ///
  /// - Throws: ``ReadError/tooLarge(bytes:limit:)`` if there are more than `limit`, or the stream's
  ///   own failure.
  package func readAll(limit: Int) throws(ReadError) -> [UInt8] {
    while end - start <= limit, fill() {}
    if let failure {
      isFailureReported = true
      throw failure
    }
    guard end - start <= limit else { throw .tooLarge(bytes: end - start, limit: limit) }
    let all = Array(memory[start..<end])
    consume(end - start)
    return all
  }

  private func take(_ range: Range<Int>, consuming count: Int) -> Line {
    lineNumber += 1
    var range = range
    if range.last.map({ memory[$0] }) == UInt8(ascii: "\r") { range = range.dropLast() }
    let line = UnsafeRawBufferPointer(rebasing: memory[range])
    consume(count)
    return .bytes(line)
  }

  private func skipLine(_ terminator: UInt8) -> Int {
    lineNumber += 1
    var skipped = 0
    repeat {
      let window = UnsafeRawBufferPointer(rebasing: memory[start..<end])
      if let found = window.first(terminator) {
        consume(found + 1)
        return skipped + found
      }
      skipped += end - start
      consume(end - start)
    } while fill()
    return skipped
  }

  private func consume(_ count: Int) {
    start += count
    position += count
  }

  private func recogniseLineEnd() -> UInt8 {
    let head = peek(1 << 16)
    let feed = UInt8(ascii: "\n")
    let terminator =
      head.first(feed) == nil && head.first(UInt8(ascii: "\r")) != nil
      ? UInt8(ascii: "\r") : feed
    lineEnd = terminator
    return terminator
  }

  /// Reads more bytes, growing the buffer if it is full; false at the end.
  private func fill() -> Bool {
    guard !atEnd else { return false }
    if start == end {
      start = 0
      end = 0
    } else if end == memory.count {
      if start >= memory.count / 2 {
        if let base = memory.baseAddress {
          base.copyMemory(from: base + start, byteCount: end - start)
        }
      } else {
        let grown = UnsafeMutableRawBufferPointer.allocate(
          byteCount: memory.count * 2, alignment: 16)
        grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
        memory.deallocate()
        memory = grown
      }
      end -= start
      start = 0
    }
    do throws(ReadError) {
      let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
      end += count
      atEnd = count == 0
    } catch {
      failure = error
      atEnd = true
    }
    return !atEnd
  }
}
