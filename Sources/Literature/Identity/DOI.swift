import Foundation

/// Finds digital object identifiers in text.
///
/// A DOI is "10.", four to nine digits and perhaps sub-prefixes, a slash, and a suffix that may
/// contain almost any character (DOI Handbook, section 2.2). In running text it ends at white space
/// or at a character that encloses it, and punctuation at its end belongs to the sentence. Works on
/// bytes, in time linear in the text.
package enum DOI {
  /// Maximum length of a DOI in bytes; anything longer is damaged.
  package static let longest = 2048

  /// The first DOI in a text, in lower case, without a resolver, with its percent-encoding and
  /// XML entities decoded.
  package static func first(in text: String) -> String? {
    text.withBytes { bytes in
      guard let found = range(in: bytes) else { return nil }
      let doi = unescaped(String(decoding: bytes[found], as: UTF8.self)).lowercased()
      let before = UnsafeRawBufferPointer(rebasing: bytes[..<found.lowerBound])
      // The address of a resolver ends with the DOI; that of a publisher may continue.
      let isAddress = before.first("://") != nil && before.first("doi.org/") == nil
      return isAddress ? withoutView(doi) : doi
    }
  }

  /// The byte range of the first DOI, without the punctuation that follows it.
  package static func range(in text: UnsafeRawBufferPointer) -> Range<Int>? {
    var from = 0
    while let start = text.first("10.", from: from) {
      from = start + 3
      if start > 0, text[start - 1].isDigit || text[start - 1] == 0x2E { continue }
      var slash = from
      while slash < text.count, text[slash].isDigit || text[slash] == 0x2E { slash += 1 }
      guard (4...12).contains(slash - from) else { continue }
      // The slash may be percent-encoded in a resolver's address.
      let isEncoded = text.count >= slash + 3 && text[slash] == 0x25 && text[slash + 1] == 0x32
      guard slash < text.count, text[slash] == 0x2F || isEncoded && text[slash + 2] | 0x20 == 0x66
      else { continue }
      let suffix = slash + (text[slash] == 0x2F ? 1 : 3)
      let limit = min(text.count, start + longest)
      let end = trimmedEnd(of: suffix..<suffixEnd(text, from: suffix, limit: limit), in: text)
      if end > suffix { return start..<end }
    }
    return nil
  }

  /// The end of the suffix, including punctuation that may belong to the sentence.
  private static func suffixEnd(
    _ text: UnsafeRawBufferPointer, from start: Int, limit: Int
  ) -> Int {
    var end = start
    while end < limit {
      switch UnicodeScalar(text[end]) {
      case "<":
        guard let close = serialItemEnd(text, from: end, limit: limit) else { return end }
        end = close
      case "\"", ">", "{", "}", "|", "\\", "^", "`": return end
      case _ where text[end].isBlank || isWideBlank(text, at: end): return end
      default: end += 1
      }
    }
    return end
  }

  /// The end of "<978::aid-anr4>3.0.co;2-0" if such a text begins here.
  ///
  /// DOIs made from a serial item identifier (SICI, ANSI/NISO Z39.56) have the page and a code of
  /// the title in angle brackets, then three numbers, a check character and "CO".
  private static func serialItemEnd(
    _ text: UnsafeRawBufferPointer, from open: Int, limit: Int
  ) -> Int? {
    var close = open + 1
    var hasColon = false
    while close < limit, text[close] != 0x3E {
      if text[close] <= 0x20 || text[close] == 0x3C || close - open > 64 { return nil }
      if text[close] == 0x3A { hasColon = true }
      close += 1
    }
    guard hasColon, close + 5 < limit, text[close + 1].isDigit, text[close + 2] == 0x2E,
      text[close + 3].isDigit, text[close + 4] == 0x2E, text[close + 5].isLetter
    else { return nil }
    return close + 1
  }

  /// The end of the range, without the sentence's punctuation and unmatched closing brackets.
  private static func trimmedEnd(of range: Range<Int>, in text: UnsafeRawBufferPointer) -> Int {
    var end = range.upperBound
    let suffix = UnsafeRawBufferPointer(rebasing: text[range])
    var excessRound = suffix.count { $0 == 0x29 } - suffix.count { $0 == 0x28 }
    var excessSquare = suffix.count { $0 == 0x5D } - suffix.count { $0 == 0x5B }
    while end > range.lowerBound {
      switch UnicodeScalar(text[end - 1]) {
      case ".", ",", ";", ":", "'": break
      case ")" where excessRound > 0: excessRound -= 1
      case "]" where excessSquare > 0: excessSquare -= 1
      case "\u{99}", "\u{9D}":
        // A closing quotation mark, U+2019 or U+201D.
        guard end - 3 >= range.lowerBound, text[end - 3] == 0xE2, text[end - 2] == 0x80 else {
          return end
        }
        end -= 2
      default: return end
      }
      end -= 1
    }
    return end
  }

  /// Whether a no-break space or a replacement character begins here.
  private static func isWideBlank(_ text: UnsafeRawBufferPointer, at index: Int) -> Bool {
    guard text[index] >= 0xC2 else { return false }
    let rest = UnsafeRawBufferPointer(rebasing: text[index...])
    let blanks: [StaticString] = [
      "\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{202F}", "\u{3000}", "\u{FFFD}", "\u{200B}",
    ]
    return blanks.contains { rest.begins(with: $0) }
  }

  /// A DOI from a publisher's address, without the parts that only affect how the work is shown:
  /// "/full", "/pdf", "/asset/file.pdf", "?page=2".
  private static func withoutView(_ doi: String) -> String {
    var doi = doi.prefix { $0 != "?" && $0 != "#" }
    if let asset = doi.range(of: "/asset/") { doi = doi[..<asset.lowerBound] }
    while let slash = doi.lastIndex(of: "/"), views.contains(doi[doi.index(after: slash)...]) {
      doi = doi[..<slash]
    }
    if doi.hasSuffix(".pdf") { doi = doi.dropLast(4) }
    return String(doi)
  }

  private static let views: Set<Substring> = [
    "full", "abstract", "pdf", "epdf", "epub", "meta", "summary", "html", "fulltext", "full-text",
    "references", "figures", "",
  ]

  /// A DOI as registered, from one copied from a URL or from XML.
  private static func unescaped(_ doi: String) -> String {
    var doi = doi
    if doi.holds(0x25), let decoded = doi.removingPercentEncoding { doi = decoded }
    if doi.holds("&lt;") || doi.holds("&gt;") {
      doi = doi.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }
    return doi.holds("&amp;") ? doi.replacing("&amp;", with: "&") : doi
  }
}
