import Literature

/// The text of Markdown without its inline markup: emphasis, code, links, images, HTML.
///
/// Follows CommonMark 0.31 as far as it matters for text. Markup is marked byte by byte and then
/// removed. Every search is bounded, so that time is linear in the length of the text.
struct MarkdownInline {
  private var bytes: [UInt8]
  private var isMarkup: [Bool]
  /// Whether each byte is literal: escaped, or in code.
  private var isLiteral: [Bool]

  /// Maximum length of a link target, a tag or an entity, in bytes.
  private static let reach = 2048

  /// The plain text of a paragraph, heading or cell.
  static func plain(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: isSpecial) else { return String(text) }
    var inline = MarkdownInline(Array(text.utf8))
    inline.markEscapes()
    inline.markCode()
    inline.markTags()
    inline.markLinks()
    inline.markEmphasis()
    return inline.text
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isMarkup = Array(repeating: false, count: bytes.count)
    isLiteral = isMarkup
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "*", "_", "`", "[", "<", "\\", "~", "&": true
    default: false
    }
  }

  private func byte(_ index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  private func isActive(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    UInt32(bytes[index]) == character.value && !isLiteral[index] && !isMarkup[index]
  }

  private mutating func mark(_ range: Range<Int>) {
    for index in range { isMarkup[index] = true }
  }

  /// The end of a run of one repeated byte.
  private func runEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == bytes[start], !isLiteral[end] { end += 1 }
    return end
  }

  private mutating func markEscapes() {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0x5C, isPunctuation(bytes[index + 1]) {
        isMarkup[index] = true
        isLiteral[index + 1] = true
        index += 1
      }
      index += 1
    }
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !byte.isDigit && !byte.isLetter
  }

  /// Marks code, which begins and ends with equally long runs of backticks.
  private mutating func markCode() {
    var runs: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if isActive(index, "`") {
        let end = runEnd(index)
        runs.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    // The runs of each length, in reverse order.
    var byLength: [Int: [Range<Int>]] = [:]
    for run in runs.reversed() { byLength[run.count, default: []].append(run) }
    var done = 0
    for run in runs where run.lowerBound >= done {
      while let next = byLength[run.count]?.last, next.lowerBound <= run.lowerBound {
        byLength[run.count]?.removeLast()
      }
      guard let close = byLength[run.count]?.last else { continue }
      mark(run)
      mark(close)
      for index in run.upperBound..<close.lowerBound {
        isLiteral[index] = true
        isMarkup[index] = false
      }
      done = close.upperBound
    }
  }

  /// Marks comments, tags and the brackets around a URL.
  private mutating func markTags() {
    var index = 0
    var hasCommentEnd = true
    while index < bytes.count {
      guard isActive(index, "<"), let next = byte(index + 1) else {
        index += 1
        continue
      }
      let limit = min(bytes.count, index + Self.reach)
      if next == 0x21, bytes[index...].starts(with: "<!--".utf8) {
        let end = hasCommentEnd ? comment(from: index + 4) : nil
        hasCommentEnd = end != nil
        mark(index..<(end ?? index + 4))
        index = end ?? index + 4
        continue
      }
      guard next.isLetter || next == 0x2F,
        let close = bytes[index..<limit].firstIndex(of: 0x3E)
      else {
        index += 1
        continue
      }
      let inner = bytes[(index + 1)..<close]
      if inner.contains(0x3A) || inner.contains(0x40), !inner.contains(0x20) {
        // <https://example.org>, <name@example.org>
        isMarkup[index] = true
        isMarkup[close] = true
        for inside in index + 1..<close { isLiteral[inside] = true }
      } else {
        mark(index..<close + 1)
        let isBreak = inner.prefix(2).map { $0 | 0x20 } == Array("br".utf8)
        if isBreak {
          bytes[index] = 0x20
          isMarkup[index] = false
        }
      }
      index = close + 1
    }
  }

  private func comment(from start: Int) -> Int? {
    bytes.withUnsafeBytes { $0.first("-->", from: start) }.map { $0 + 3 }
  }

  /// Marks "[text](target)", "[text][label]", "![picture](target)" and footnote marks ("[^1]").
  private mutating func markLinks() {
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      if isActive(index, "[") {
        open.append(index)
      } else if isActive(index, "]"), let start = open.popLast() {
        if byte(start + 1) == 0x5E {
          mark(start..<index + 1)
        } else if let end = targetEnd(after: index) {
          mark(start..<start + 1)
          mark(index..<end)
          if start > 0, isActive(start - 1, "!") { isMarkup[start - 1] = true }
          index = end
          continue
        }
      }
      index += 1
    }
  }

  /// The end of the target after the text of a link; `nil` if the brackets are not a link.
  private func targetEnd(after close: Int) -> Int? {
    let limit = min(bytes.count, close + Self.reach)
    switch byte(close + 1) {
    case UInt8(ascii: "("):
      var depth = 0
      for index in close + 1..<limit where !isLiteral[index] {
        if bytes[index] == 0x28 { depth += 1 }
        if bytes[index] == 0x29 {
          depth -= 1
          if depth == 0 { return index + 1 }
        }
      }
      return nil
    case UInt8(ascii: "["):
      return bytes[(close + 2)..<max(close + 2, limit)].firstIndex(of: 0x5D).map { $0 + 1 }
    default: return nil
    }
  }

  /// Marks pairs of "*", "_" and "~~"; unpaired ones are ordinary characters.
  private mutating func markEmphasis() {
    var open: [UInt8: [Int]] = [:]
    var index = 0
    while index < bytes.count {
      guard isActive(index, "*") || isActive(index, "_") || isActive(index, "~") else {
        index += 1
        continue
      }
      let mark = bytes[index]
      let end = runEnd(index)
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = end < bytes.count ? bytes[end] : 0x20
      let isLeft = !after.isBlank
      let isRight = !before.isBlank
      // "_" within a word and a single "~" are ordinary characters.
      let isWord = mark == 0x5F && before.isWordByte && before != 0x5F && after.isWordByte
      if isWord || mark == 0x7E && end - index != 2 {
        index = end
        continue
      }
      var left = index..<end
      if isRight {
        while !left.isEmpty, let partner = open[mark]?.popLast() {
          isMarkup[partner] = true
          isMarkup[left.lowerBound] = true
          left = left.dropFirst()
        }
      }
      if isLeft { open[mark, default: []].append(contentsOf: left) }
      index = end
    }
  }

  /// The remaining text, with character references decoded.
  private var text: String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for index in bytes.indices where !isMarkup[index] { kept.append(bytes[index]) }
    return HTMLEntities.decode(String(decoding: kept, as: UTF8.self))
  }
}
