extension Identifier {
  /// Reads an identifier as people write it: with a resolver before a DOI, "PMID: " before a
  /// number.
  ///
  /// `nil` when it is none of its scheme.
  public init?(_ scheme: Scheme, parsing text: String) {
    let text = text.trimmed
    switch scheme {
    case .doi:
      guard let value = Self.doi(in: text) else { return nil }
      self.init(.doi, value)
    case .pmid:
      let digits = text.drop { !$0.isASCIIDigit }
      guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
      self.init(.pmid, String(digits))
    case .pmcid:
      let digits = text.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
      guard (2...9).contains(digits.count) else { return nil }
      self.init(.pmcid, "PMC\(digits)")
    case .isbn:
      let digits = text.uppercased().filter { $0.isASCIIDigit || $0 == "X" }
      guard digits.count == 10 || digits.count == 13 else { return nil }
      self.init(.isbn, digits)
    case .registry:
      guard !text.isEmpty else { return nil }
      self.init(.registry, text.uppercased())
    case .key:
      guard !text.isEmpty else { return nil }
      self.init(.key, text)
    }
  }

  /// The first DOI in a text, in lower case without a resolver: "10.", four to nine digits, a
  /// slash and what follows up to white space, without punctuation that ends a sentence.
  static func doi(in text: String) -> String? {
    let found = text.withBytes { bytes -> DOISearch in
      guard bytes.first("10.") != nil else { return .done(nil) }
      return bytes.isASCII ? .done(doi(inASCII: bytes)) : .undone
    }
    if case .done(let doi) = found { return doi }
    var rest = text[...]
    while let start = rest.firstRange(of: "10.")?.lowerBound {
      let candidate = rest[start...].prefix {
        !$0.isWhitespace && !"\"<>{}|\\^`\u{FFFD}".contains($0)
      }
      let registrant = candidate.dropFirst(3).prefix { $0.isASCIIDigit || $0 == "." }
      let suffix = candidate.dropFirst(3 + registrant.count)
      let before = start == text.startIndex ? nil : text[text.index(before: start)]
      if (4...12).contains(registrant.count), suffix.first == "/", suffix.count > 1,
        before.map({ !$0.isNumber && $0 != "." }) ?? true
      {
        var end = candidate
        while let last = end.last, ".,;:'’”".contains(last) || Self.closesNothing(last, end) {
          end = end.dropLast()
        }
        return end.lowercased()
      }
      rest = rest[start...].dropFirst(3)
    }
    return nil
  }

  private enum DOISearch {
    case done(String?)
    case undone
  }

  /// The same for ASCII, in which a byte is a character.
  private static func doi(inASCII text: UnsafeRawBufferPointer) -> String? {
    var from = 0
    while let start = text.first("10.", from: from) {
      from = start + 3
      if start > 0, text[start - 1].isDigit || text[start - 1] == 0x2E { continue }
      var slash = from
      while slash < text.count, text[slash].isDigit || text[slash] == 0x2E { slash += 1 }
      guard (4...12).contains(slash - from), slash < text.count, text[slash] == 0x2F
      else { continue }
      var end = slash
      while end < text.count, !text[end].isBlank, !endsDOI(text[end]) { end += 1 }
      guard end > slash + 1 else { continue }
      while end > start, isLoose(UnsafeRawBufferPointer(rebasing: text[start..<end])) { end -= 1 }
      return String(decoding: text[start..<end], as: UTF8.self).lowercased()
    }
    return nil
  }

  private static func endsDOI(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "\"", "<", ">", "{", "}", "|", "\\", "^", "`": true
    default: false
    }
  }

  /// Whether the last character of what seems a DOI belongs to the sentence around it.
  private static func isLoose(_ text: UnsafeRawBufferPointer) -> Bool {
    func closes(_ open: UInt8, _ close: UInt8) -> Bool {
      text.count { $0 == open } < text.count { $0 == close }
    }
    guard let last = text.last else { return false }
    switch UnicodeScalar(last) {
    case ".", ",", ";", ":", "'": return true
    case ")": return closes(0x28, 0x29)
    case "]": return closes(0x5B, 0x5D)
    default: return false
    }
  }

  private static func closesNothing(_ last: Character, _ text: Substring) -> Bool {
    switch last {
    case ")": text.filter { $0 == "(" }.count < text.filter { $0 == ")" }.count
    case "]": text.filter { $0 == "[" }.count < text.filter { $0 == "]" }.count
    default: false
    }
  }
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isASCIIDigit: Bool { asciiValue?.isDigit ?? false }
}
