import Literature

/// A name in BibTeX, whose grammar is defined: "First von Last", "von Last, First" or
/// "von Last, Jr, First" (Patashnik 1988, "BibTeXing", section 4).
///
/// Three departures follow what files contain: the name of an organisation without braces is not
/// divided, and neither "Jr" nor initials at the end ("Smith J") are read as a family name.
enum BibTeXName {
  /// The name as "von Last, First, Jr"; a name in braces as a whole, and a name that has no first
  /// name, are unchanged.
  static func decode(_ name: String) -> String {
    let whole = LaTeXText.decode(name)
    let parts = split(name) { $0 == "," }
    if let name = labelled(parts) { return name }
    switch parts.count {
    case 1:
      let tokens = split(name) { $0.isWhitespace || $0 == "~" }
      return person(tokens).map(\.inverted) ?? whole
    case 3:
      let decoded = parts.map(LaTeXText.decode)
      return [decoded[0], decoded[2], decoded[1]].joinedNonEmpty(separator: ", ")
    default: return whole
    }
  }

  /// A name whose parts have labels, as in BibLaTeX: "family=Berg, given=Jan, prefix=van der".
  private static func labelled(_ parts: [String]) -> String? {
    var values: [String: String] = [:]
    for part in parts {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let value = LaTeXText.decode(String(part[part.index(after: sign)...]))
      values[part[..<sign].trimmed] = value.trimmed
    }
    guard let family = values["family"] else { return nil }
    return PersonName.inverted(
      [values["prefix"], family].joinedNonNil(separator: " "), values["given"], values["suffix"])
  }

  /// Divides a name without a comma.
  private static func person(_ tokens: [String]) -> PersonName? {
    var tokens = tokens
    let suffix = NameWords.takeSuffix(&tokens)
    let words = tokens.map(LaTeXText.decode)
    guard words.count > 1, let last = words.last, !NameWords.isInitials(last[...]),
      !OrganisationNames.contains(words.joined(separator: " "), hasComma: false)
    else { return nil }
    // "von" is everything from the first to the last word in lower case before the last name.
    let family = zip(tokens, words).dropLast().firstIndex { isLower($0, $1) } ?? words.count - 1
    guard family > 0 else { return nil }
    return PersonName(
      family: words[family...].joined(separator: " "),
      given: words[..<family].joined(separator: " "), suffix: suffix)
  }

  /// Whether a word begins with a small letter; a word in braces never does.
  private static func isLower(_ token: String, _ word: String) -> Bool {
    token.first != "{" && word.first { $0.isLetter }?.isLowercase == true
  }

  /// The parts of a text between separators outside braces, without white space around them.
  private static func split(_ text: String, _ isSeparator: (Character) -> Bool) -> [String] {
    var depth = 0
    var parts = [""]
    for character in text {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0, isSeparator(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimmed }.filter { !$0.isEmpty }
  }
}
