import Literature

/// Reads words with the wildcards of a platform.
struct StrategyTerms {
  let syntax: QuerySyntax

  /// The equivalent wildcard of the query language for a character; `nil` for any other character.
  private func wildcard(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch (syntax, scalar) {
    case (_, "*"): "*"
    // Truncation in Ovid; none or one character in Web of Science.
    case (.ovid, "$"): "*"
    case (.wos, "$"): "?"
    // Exactly one character in Ovid, none or one in EBSCOhost; `?` is the reverse.
    case (.ovid, "#"): "#"
    case (.ovid, "?"): "?"
    case (.ebsco, "#"): "?"
    case (.ebsco, "?"), (.scopus, "?"), (.wos, "?"): "#"
    default: nil
    }
  }

  /// Whether a character is a wildcard on any platform; Ovid also truncates with `$` and `:`.
  static func isWildcard(_ scalar: Unicode.Scalar) -> Bool {
    QueryCharacters.isWildcard(scalar) || scalar == "$" || scalar == ":"
  }

  /// The words, prefixes and wildcards of a text, in order.
  ///
  /// - Parameter position: the offset of the text, for the error.
  /// - Throws: for a wildcard without a letter before it, and for one that the platform lacks.
  func leaves(_ text: ArraySlice<Unicode.Scalar>, at position: Int) throws(Malformed) -> [QueryTree]
  {
    if let doi = doi(text) { return [.identifier(nil, doi)] }
    var leaves: [QueryTree] = []
    var word: [Unicode.Scalar] = []
    // The part of a word before a hyphen at the end of a line.
    var part: [Unicode.Scalar] = []
    func finish() throws(Malformed) {
      defer {
        word.removeAll()
        part.removeAll()
      }
      let whole = try leaf(part + word, at: position)
      guard let whole else { return }
      guard !part.isEmpty, let first = try leaf(part, at: position),
        let second = try leaf(word, at: position), let divided = Self.phrase([first, second])
      else {
        leaves.append(whole)
        return
      }
      leaves.append(.or([whole, divided]))
    }
    for (offset, scalar) in zip(text.indices, text) {
      if StrategyText.isInvisible(scalar) { continue }
      if StrategyText.isDivision(text, at: offset), !word.isEmpty {
        part += word
        word.removeAll()
      } else if let wildcard = wildcard(scalar) {
        word.append(wildcard)
      } else if isOtherTruncation(scalar, after: word) {
        let stem = String(scalars: word)
        throw Malformed(
          "“\(stem)$”, truncated as in Ovid, in a search for \(syntax.label),", "Write “\(stem)*”.",
          at: position)
      } else if isOtherWildcard(scalar, after: word, in: text, at: offset) {
        throw otherWildcard(in: text, at: offset, position)
      } else if isColonTruncation(scalar, in: text, at: offset) {
        word.append("*")
      } else if QueryCharacters.isSearchable(scalar) || scalar == "'"
        || QueryCharacters.isJoint(text, at: offset)
      {
        word.append(scalar)
      } else {
        try finish()
      }
    }
    try finish()
    return leaves
  }

  /// The text if it is a DOI, whose parts are not words.
  private func doi(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    guard text.contains("/") else { return nil }
    let text = String(scalars: text)
    return Identifier.readings(of: text).contains { $0.scheme == .doi } ? text : nil
  }

  /// Whether a colon truncates a word, as in older Ovid strategies (`peer:.tw.`).
  private func isColonTruncation(
    _ scalar: Unicode.Scalar, in text: ArraySlice<Unicode.Scalar>, at offset: Int
  ) -> Bool {
    guard syntax == .ovid, scalar == ":", offset > text.startIndex else { return false }
    return QueryCharacters.isSearchable(text[offset - 1])
      && (offset + 1 == text.endIndex || !QueryCharacters.isSearchable(text[offset + 1]))
  }

  /// Whether a dollar sign after a word is Ovid's truncation on another platform.
  ///
  /// In amounts (US$), the letters before it are capitals.
  private func isOtherTruncation(_ scalar: Unicode.Scalar, after word: [Unicode.Scalar]) -> Bool {
    guard scalar == "$", syntax != .peerlit, word.count > 2, let last = word.last else {
      return false
    }
    return last.properties.isLowercase
  }

  /// Whether `?` between letters, or `#` between them or after a word, is a wildcard of another
  /// platform; elsewhere they are punctuation (`what?`, `C#`).
  private func isOtherWildcard(
    _ scalar: Unicode.Scalar, after word: [Unicode.Scalar],
    in text: ArraySlice<Unicode.Scalar>, at offset: Int
  ) -> Bool {
    guard scalar == "?" || scalar == "#", syntax != .peerlit,
      word.last?.properties.isAlphabetic == true
    else { return false }
    let next = text[(offset + 1)...].first { $0 != scalar }
    if next?.properties.isAlphabetic == true { return true }
    return scalar == "#" && word.count > 1
      && next.map { !QueryCharacters.isSearchable($0) } ?? true
  }

  /// The error for a wildcard of another platform, with the word that has it.
  private func otherWildcard(
    in text: ArraySlice<Unicode.Scalar>, at offset: Int, _ position: Int
  ) -> Malformed {
    func isEnd(_ scalar: Unicode.Scalar) -> Bool {
      QueryCharacters.isBoundary(scalar) || scalar == "["
    }
    let start = text[..<offset].lastIndex(where: isEnd).map { $0 + 1 } ?? text.startIndex
    let end = text[offset...].firstIndex(where: isEnd) ?? text.endIndex
    let all: [Unicode.Scalar] = ["*", "?", "#", "$"]
    let own = all.filter { wildcard($0) != nil }.map { String($0) }
    return Malformed(
      "“\(String(scalars: text[start..<end]))”, with a wildcard that \(syntax.label) does not have,",
      "Use \(own.asAlternatives), or list the words: (a OR b).", at: position)
  }

  private func leaf(_ word: [Unicode.Scalar], at position: Int) throws(Malformed) -> QueryTree? {
    let word = word.drop { $0 == "'" }
    guard let first = word.firstIndex(where: QueryCharacters.isSearchable) else {
      if word.isEmpty { return nil }
      throw Malformed(
        "A wildcard without a letter before it", "Write at least one letter before it.",
        at: position)
    }
    if first > word.startIndex {
      throw Malformed(
        "A wildcard at the beginning of a word",
        "Write the beginning of the word (behavio*), or list the words: (a OR b).",
        at: position)
    }
    var pattern = Array(word)
    while pattern.last == "'" { pattern.removeLast() }
    // A number after the truncation is the maximum number of characters: work$2, work*2.
    if syntax == .ovid, let star = pattern.lastIndex(of: "*"), star + 1 < pattern.count,
      let count = Int(String(scalars: pattern[(star + 1)...])), count <= 20
    {
      pattern.replaceSubrange(star..., with: [Unicode.Scalar](repeating: "?", count: count))
    }
    guard let wildcard = pattern.firstIndex(where: QueryCharacters.isWildcard) else {
      return .word(String(scalars: pattern))
    }
    if wildcard == pattern.count - 1, pattern[wildcard] == "*" {
      return .prefix(String(scalars: pattern[..<wildcard]))
    }
    return .wildcard(String(scalars: pattern))
  }

  /// Adjacent leaves as one term; `nil` for none.
  static func phrase(_ leaves: [QueryTree]) -> QueryTree? {
    if leaves.count < 2 { return leaves.first }
    let words = leaves.compactMap { if case .word(let word) = $0 { word } else { nil } }
    return words.count == leaves.count ? .phrase(words) : .pre(distance: 0, leaves)
  }

  /// A subject heading as a term: its name as typed, with the comma of “Depression, Postpartum”, or
  /// a phrase if it has wildcards; `nil` for none.
  ///
  /// - Parameter leaves: those of the text.
  static func heading(
    _ text: some Collection<Unicode.Scalar>, _ leaves: [QueryTree]
  ) -> QueryTree? {
    let areWords = leaves.allSatisfy { if case .word = $0 { true } else { false } }
    guard areWords, !leaves.isEmpty else { return phrase(leaves) }
    let visible = text.filter { !StrategyText.isInvisible($0) && !QueryCharacters.isQuote($0) }
    var name = String(scalars: visible).oneLine
    while let last = name.last, ".,;:".contains(last) { name.removeLast() }
    return .identifier(.subject, name)
  }

  /// The leaves of a term.
  static func leaves(_ term: QueryTree) -> [QueryTree] {
    switch term {
    case .phrase(let words): words.map { .word($0) }
    case .pre(0, let leaves): leaves
    default: [term]
    }
  }
}
