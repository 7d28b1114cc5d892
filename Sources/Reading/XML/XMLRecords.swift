import Foundation
import Literature

/// The elements with given names in an XML stream, one at a time, each as separate bytes.
///
/// Records are split at their tags before they are parsed. So a record that is not well-formed
/// never affects its neighbours, only one record is in memory, and document type declarations, with
/// everything that they can declare or fetch, are never read.
struct XMLRecords {
  /// An element.
  struct Record {
    /// Its bytes from its opening tag to its closing tag.
    var bytes: [UInt8]
    /// Line on which it begins, from 1.
    var line: Int
    /// Whether the record is closed.
    var isWhole: Bool
  }

  /// Maximum size of an element in bytes.
  static let sizeLimit = 1 << 27
  /// The number of bytes that are kept while no element is found: a tag may be divided between two
  /// reads, and the end of a file shows whether it is complete.
  private static let keptLength = 1024

  private let stream: ByteStream
  private let opening: [[UInt8]]
  private let closing: [[UInt8]]
  private var window: [UInt8] = []
  private var start = 0
  private var line = 1
  private var atEnd = false
  private var visibleEnd: [UInt8] = []

  /// Looks for elements with some names.
  init(_ stream: ByteStream, named names: [String]) {
    self.stream = stream
    opening = names.map { Array("<\($0)".utf8) }
    closing = names.map { Array("</\($0)".utf8) }
  }

  /// The last bytes of the stream before white space, at most 1024, if all of it has been read;
  /// none of them belong to an element that was found.
  var end: String { String(decoding: visibleEnd, as: UTF8.self) }

  /// The next element, or `nil` at the end.
  mutating func next() throws(ReadError) -> Record? {
    var name = 0
    while true {
      if let found = find(opening, from: start) {
        skip(to: found.at)
        name = found.which
        break
      }
      keepVisibleEnd()
      skip(to: max(start, window.count - Self.keptLength))
      if !fill() { return nil }
    }
    let line = line
    if let end = endOfEmptyElement() { return take(to: end, line: line, isWhole: true) }
    var position = start + 1
    var depth = 1
    var close: (at: Int, which: Int)?
    var isCloseKnown = false
    while true {
      // The next closing tag in the window, or its absence, is determined once, not again for each
      // opening tag before it.
      if !isCloseKnown || close.map({ $0.at < position }) ?? false {
        close = find([closing[name]], from: position)
        isCloseKnown = true
      }
      if let open = find([opening[name]], from: position, before: close?.at) {
        if let end = tagEnd(from: open.at) {
          if window[end - 1] != 0x2F { depth += 1 }
          position = end + 1
          continue
        }
      } else if let close, let end = tagEnd(from: close.at) {
        depth -= 1
        position = end + 1
        if depth == 0 { return take(to: position, line: line, isWhole: true) }
        continue
      }
      guard window.count - start <= Self.sizeLimit else {
        let size = window.count - start
        skip(to: window.count)
        throw .tooLarge(bytes: size, limit: Self.sizeLimit)
      }
      let consumed = start
      if !fill() { return take(to: window.count, line: line, isWhole: false) }
      position -= consumed - start
      isCloseKnown = false
    }
  }

  /// Keeps the last bytes of the window before white space.
  private mutating func keepVisibleEnd() {
    guard let last = window[start...].lastIndex(where: { $0 > 0x20 }) else { return }
    visibleEnd = Array(window[start...last].suffix(Self.keptLength))
  }

  /// The end of the element that begins here, if it has no content: `<record/>`.
  private mutating func endOfEmptyElement() -> Int? {
    // A tag contains no "<", so the next one limits the search.
    if !window[(start + 1)...].contains(0x3C) { _ = fill() }
    let next = window[(start + 1)...].firstIndex(of: 0x3C) ?? window.count
    guard let end = tagEnd(from: start, before: next), window[end - 1] == 0x2F else { return nil }
    return end + 1
  }

  private mutating func take(to end: Int, line: Int, isWhole: Bool) -> Record {
    let bytes = Array(window[start..<end])
    skip(to: end)
    return Record(bytes: bytes, line: line, isWhole: isWhole)
  }

  /// Skips bytes, counting lines.
  private mutating func skip(to position: Int) {
    line += window.withUnsafeBytes { window in
      UnsafeRawBufferPointer(rebasing: window[start..<position]).count { $0 == 0x0A }
    }
    start = position
  }

  /// The first occurrence of one of several tags, whose name must end there.
  private func find(
    _ tags: [[UInt8]], from position: Int, before end: Int? = nil
  ) -> (at: Int, which: Int)? {
    var best: (at: Int, which: Int)?
    for (which, tag) in tags.enumerated() {
      var from = position
      let limit = best?.at ?? end ?? window.count
      while let at = search(tag, from: from, before: limit) {
        let end = at + tag.count
        guard end < window.count else { break }
        if window[end] <= 0x20 || window[end] == 0x3E || window[end] == 0x2F {
          best = (at, which)
          break
        }
        from = at + 1
      }
    }
    return best
  }

  private func search(_ tag: [UInt8], from position: Int, before end: Int) -> Int? {
    window.withUnsafeBytes { window in
      tag.withUnsafeBytes { window.first($0, from: position, before: end) }
    }
  }

  /// The end of the tag that begins at an offset; brackets in quotation marks are skipped.
  private func tagEnd(from position: Int, before end: Int? = nil) -> Int? {
    var quote: UInt8?
    var index = position
    while index < end ?? window.count {
      let byte = window[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Reads more, dropping skipped bytes.
  private mutating func fill() -> Bool {
    guard !atEnd else { return false }
    if start > 0 {
      window.removeSubrange(..<start)
      start = 0
    }
    let size = max(1 << 16, window.count)
    let old = window.count
    window.append(contentsOf: [UInt8](repeating: 0, count: size))
    let count = window.withUnsafeMutableBytes { window in
      stream.read(into: UnsafeMutableRawBufferPointer(rebasing: window[old...]))
    }
    window.removeLast(size - count)
    atEnd = count == 0
    return !atEnd
  }
}
