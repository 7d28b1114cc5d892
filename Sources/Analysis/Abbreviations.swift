#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An abbreviation and its long form, as defined in a text.
public struct Abbreviation: Sendable, Equatable, Hashable {
  /// As written: `HCV`.
  public let shortForm: String
  /// As written: `hepatitis C virus`.
  public let longForm: String
  /// The range of the short form in the text: half-open, in UTF-8 bytes.
  public let shortBytes: Range<Int>
  /// The range of the long form in the text: half-open, in UTF-8 bytes.
  public let longBytes: Range<Int>

  /// The abbreviations that a text defines with parentheses, in text order: "hepatitis C virus
  /// (HCV)", "HCV (hepatitis C virus)".
  ///
  /// Uses the algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
  /// definitions in biomedical text", Pacific Symposium on Biocomputing 2003; in addition, a short
  /// form must have a capital.
  public static func definitions(in text: String) -> [Abbreviation] {
    var text = text
    return text.withUTF8 { definitions(in: $0) }
  }

  /// The abbreviations that some UTF-8 bytes define.
  ///
  /// Examines only the bytes around parentheses, because it runs over every text that is indexed.
  public static func definitions(in bytes: UnsafeBufferPointer<UInt8>) -> [Abbreviation] {
    guard let base = bytes.baseAddress else { return [] }
    var found: [Abbreviation] = []
    var index = 0
    while index < bytes.count,
      let parenthesis = memchr(base + index, Int32(UInt8(ascii: "(")), bytes.count - index)
    {
      let open = UnsafeRawPointer(base).distance(to: parenthesis)
      index = open + 1
      guard let close = closingParenthesis(in: bytes, open: open) else { continue }
      if let ranges = definition(in: bytes, open: open, close: close) {
        found.append(Abbreviation(bytes, short: ranges.short, long: ranges.long))
      }
    }
    return found
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, short: Range<Int>, long: Range<Int>) {
    shortForm = String(decoding: bytes[short], as: UTF8.self)
    longForm = String(decoding: bytes[long], as: UTF8.self)
    shortBytes = short
    longBytes = long
  }
}

private typealias Definition = (short: Range<Int>, long: Range<Int>)

/// Longest text in parentheses that may be a long form, in bytes.
private let longestInside = 160

/// Maximum number of bytes of one word that are examined before a parenthesis.
private let longestWord = 80

/// The parenthesis that closes the one at `open`; `nil` if it is too far away.
private func closingParenthesis(in bytes: UnsafeBufferPointer<UInt8>, open: Int) -> Int? {
  var depth = 0
  for index in open..<min(bytes.count, open + longestInside) {
    switch bytes[index] {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"):
      depth -= 1
      if depth == 0 { return index }
    default: break
    }
  }
  return nil
}

/// The definition in the parentheses, with the short form inside or before them.
private func definition(
  in bytes: UnsafeBufferPointer<UInt8>, open: Int, close: Int
) -> Definition? {
  let inside = trimmed(bytes, open + 1..<close)
  let first = trimmed(bytes, inside.lowerBound..<endOfFirstItem(bytes, inside))
  if isShortForm(bytes, first) {
    let words = min(first.count + 5, first.count * 2)
    let candidate = wordsBefore(bytes, open, limit: words)
    guard let long = longForm(in: bytes, candidate, for: first) else { return nil }
    return (first, long)
  }
  let before = wordsBefore(bytes, open, limit: 1)
  guard isShortForm(bytes, before),
    let long = longForm(in: bytes, first, for: before),
    long.lowerBound == first.lowerBound
  else { return nil }
  return (before, long)
}

/// The end of the first item in parentheses: "(HCV; Ireland)", "(HCV, 2019)".
private func endOfFirstItem(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  for index in range where index + 1 < range.upperBound && isSpace(bytes[index + 1]) {
    if bytes[index] == UInt8(ascii: ";") || bytes[index] == UInt8(ascii: ",") { return index }
  }
  return range.upperBound
}

/// Up to `limit` words before the parenthesis at `open`, within the clause.
private func wordsBefore(
  _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, limit: Int
) -> Range<Int> {
  let end = skipSpacesBack(bytes, open)
  var start = end
  for _ in 0..<limit {
    let wordEnd = skipSpacesBack(bytes, start)
    if wordEnd == start, start < end { break }
    if start < end, wordEnd == 0 || endsClause(bytes[wordEnd - 1]) { break }
    var word = wordEnd
    while word > 0, !isSpace(bytes[word - 1]), wordEnd - word < longestWord { word -= 1 }
    if word == wordEnd { break }
    start = word
  }
  return start..<end
}

/// Skips back over a few spaces and at most one line break, within a paragraph.
private func skipSpacesBack(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
  var start = index
  var lines = 0
  while start > 0, isSpace(bytes[start - 1]), index - start < 8 {
    start -= 1
    if bytes[start] == UInt8(ascii: "\n") { lines += 1 }
    if lines > 1 { return index }
  }
  return start
}

/// Whether the text has two to ten characters in at most two words, begins with a letter or digit,
/// and has a capital.
private func isShortForm(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
  guard (2...10).contains(range.count), isAlphanumeric(bytes, range.lowerBound) else {
    return false
  }
  var spaces = 0
  var hasCapital = false
  for index in range {
    if isSpace(bytes[index]) { spaces += 1 }
    hasCapital = hasCapital || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index])
    if bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "=") { return false }
  }
  return hasCapital && spaces < 2
}

/// The shortest suffix of `candidate` that contains the letters and digits of the short form in
/// order, the first of them at the beginning of a word.
private func longForm(
  in bytes: UnsafeBufferPointer<UInt8>, _ candidate: Range<Int>, for short: Range<Int>
) -> Range<Int>? {
  var index = candidate.upperBound
  for position in short.reversed() where isAlphanumeric(bytes, position) {
    let wanted = lowercased(bytes[position])
    let mustBegin = position == short.lowerBound
    repeat {
      index -= 1
      if index < candidate.lowerBound { return nil }
    } while lowercased(bytes[index]) != wanted
      || (mustBegin && index > candidate.lowerBound && isAlphanumeric(bytes, index - 1))
  }
  while index > candidate.lowerBound, !isSpace(bytes[index - 1]) { index -= 1 }
  let long = trimmedOfPunctuation(bytes, index..<candidate.upperBound)
  guard long.count > short.count, !contains(bytes, long, word: short) else { return nil }
  let words = 1 + long.reduce(0) { isSpace(bytes[$1]) ? $0 + 1 : $0 }
  return words <= min(short.count + 5, short.count * 2) ? long : nil
}

/// Whether the short form is itself a word of the long form.
private func contains(
  _ bytes: UnsafeBufferPointer<UInt8>, _ long: Range<Int>, word short: Range<Int>
) -> Bool {
  var start = long.lowerBound
  while start + short.count <= long.upperBound {
    let end = start + short.count
    let isWhole =
      (start == long.lowerBound || !isAlphanumeric(bytes, start - 1))
      && (end == long.upperBound || !isAlphanumeric(bytes, end))
    if isWhole, bytes[start..<end].elementsEqual(bytes[short]) { return true }
    start += 1
  }
  return false
}

private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end, isSpace(bytes[start]) { start += 1 }
  while end > start, isSpace(bytes[end - 1]) { end -= 1 }
  return start..<end
}

/// A long form without surrounding quotation marks, brackets and commas.
private func trimmedOfPunctuation(
  _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end, !isAlphanumeric(bytes, start) { start += 1 }
  while end > start, !isAlphanumeric(bytes, end - 1) { end -= 1 }
  return start..<end
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// Whether the byte at `index` belongs to a letter or digit.
///
/// All non-ASCII characters count as letters, except General Punctuation (E2 80 xx: dashes and
/// curly quotation marks), because only the beginnings of words matter.
private func isAlphanumeric(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  switch bytes[index] {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    return true
  case 0x80...:
    for lead in max(0, index - 2)...index where bytes[lead] == 0xE2 {
      return lead + 1 == bytes.count || bytes[lead + 1] != 0x80
    }
    return true
  default:
    return false
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func endsClause(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
    UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"):
    true
  default: false
  }
}
