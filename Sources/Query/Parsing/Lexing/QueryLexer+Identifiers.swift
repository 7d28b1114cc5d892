import Literature

extension QueryLexer {
  /// Reads a DOI, a PMCID or the number of a register.
  ///
  /// - Returns: `false`, and nothing is consumed, for any other word.
  mutating func identifier() -> Bool {
    guard mayBeIdentifier else { return false }
    let near = text[position...].prefix(Self.longestIdentifier)
    let run = near.prefix { !QueryCharacters.isSeparator($0) && !QueryCharacters.isQuote($0) }
    let name = String(scalars: run.prefix { $0 != ":" }).lowercased()
    guard name.unicodeScalars.count == run.count || IdentifierField(rawValue: name) == nil,
      let (_, length) = Identifier.leading(String(scalars: run))
    else { return false }
    let rest = run.dropFirst(length).prefix { $0 != ")" && $0 != "(" }
    guard !rest.contains(where: QueryCharacters.isSearchable), !rest.contains("*") else {
      return false
    }
    emit(.atom(.identifier(nil, String(scalars: run.prefix(length)))), at: position)
    position += length + rest.count
    return true
  }

  /// Longer DOIs are words.
  private static let longestIdentifier = 300

  /// Whether the next word begins like a DOI, or has letters and digits as a number of a register.
  ///
  /// Nearly all words need no closer look.
  private var mayBeIdentifier: Bool {
    guard hasDigit else { return false }
    let begin = text[position...].prefix(16)
    if begin.starts(with: "10.".unicodeScalars) { return true }
    let word = begin.prefix(while: QueryCharacters.isASCIILetter)
    if begin.contains(where: { $0 == ":" || $0 == "." || $0 == "/" }),
      ["doi", "dx", "http", "https"].contains(String(scalars: word).lowercased())
    {
      return true
    }
    let digits = begin.dropFirst(word.count).prefix {
      $0 == "-" || QueryCharacters.isASCIIDigit($0) || QueryCharacters.isASCIILetter($0)
    }
    return word.count >= 3 && digits.contains(where: QueryCharacters.isASCIIDigit)
  }
}
