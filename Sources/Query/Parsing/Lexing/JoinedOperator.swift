import Literature

/// An operator that is joined to a term because a space is missing, as in text that was copied from
/// a PDF: `peer*OR`, `ANDlay`, `1or`, `adj3support`.
///
/// It would be searched as a part of a word, and would find nothing.
enum JoinedOperator {
  /// A word with the spaces that are missing; `nil` if no operator is joined to it.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of the lines that it may refer to.
  ///   - isAfterTerm: whether a proximity operator can begin here.
  static func separated(
    _ word: some StringProtocol, in syntax: QuerySyntax, numbers: Set<Int> = [],
    isAfterTerm: Bool = true
  ) -> String? {
    guard (3...longest).contains(word.utf8.count) else { return nil }
    let word = String(word)
    if let separated = joinedAtEnd(word, in: syntax) ?? joinedAtStart(word) { return separated }
    // Proximity operators and references have a digit.
    guard word.utf8.contains(where: \.isDigit) else { return nil }
    return references(in: word, numbers) ?? distance(in: word, syntax, isAfterTerm: isAfterTerm)
  }

  /// References to lines with the spaces that are missing: `1 or 2` for `1or2`.
  ///
  /// - Parameter numbers: the numbers of the lines.
  static func references(in word: some StringProtocol, _ numbers: Set<Int>) -> String? {
    guard !numbers.isEmpty, word.utf8.count <= longest, word.utf8.contains(where: \.isDigit),
      let match = String(word).wholeMatch(of: Self.lines)
    else { return nil }
    let (first, sign, second) = (match.output.1, match.output.2, match.output.3)
    let parts = [first, second].compactMap(\.self).filter { !$0.isEmpty }
    // A sign alone may be punctuation.
    let isWord = BooleanOperator(sign) != nil
    guard isWord ? !parts.isEmpty : parts.count == 2,
      parts.allSatisfy({ part in
        Int(part.drop { !$0.isASCIIDigit }).map(numbers.contains) == true
      })
    else { return nil }
    let operation = isWord ? String(sign) : sign == "&" ? "and" : "or"
    return [first.map(String.init) ?? "", operation, second.map(String.init) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// An operator after a truncated word, `peer*or`, or in capitals after small letters, `peerOR`.
  private static func joinedAtEnd(_ word: String, in syntax: QuerySyntax) -> String? {
    for operation in operators where word.hasSuffix(operation) {
      let rest = word.dropLast(operation.count)
      let isTruncated = rest.last.map { "*$".contains($0) } == true && rest.count > 1
      let isCapital = operation == operation.uppercased()
      if isTruncated, isCapital || syntax != .peerlit { return "\(rest) \(operation)" }
      if isCapital, isInSmallLetters(rest.suffix(3)) || rest.last == "]" {
        return "\(rest) \(operation)"
      }
    }
    return nil
  }

  /// An operator in capitals before small letters: `ANDlay`.
  private static func joinedAtStart(_ word: String) -> String? {
    for operation in operators where word.hasPrefix(operation) {
      let rest = word.dropFirst(operation.count)
      if operation == operation.uppercased(), isInSmallLetters(rest.prefix(3)) {
        return "\(operation) \(rest)"
      }
    }
    return nil
  }

  private static let operators = ["AND", "OR", "NOT", "and", "or", "not"]

  private static func isInSmallLetters(_ part: Substring) -> Bool {
    part.count == 3 && part.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// A proximity operator before or after a term: `adj3support`, `peeradj3`.
  private static func distance(
    in word: String, _ syntax: QuerySyntax, isAfterTerm: Bool
  ) -> String? {
    let patterns: [SharedRegex<(Substring, Substring, Substring)>] =
      switch syntax {
      case .ovid: isAfterTerm ? [adjacentBefore, adjacentAfter] : [adjacentAfter]
      case .ebsco: isAfterTerm ? [letterBefore, letterAfter] : [letterAfter]
      case .peerlit, .scopus, .wos: isAfterTerm ? [slashBefore, slashAfter] : [slashAfter]
      case .pubmed: []
      }
    return patterns.lazy.compactMap { word.wholeMatch(of: $0) }.first.map {
      "\($0.output.1) \($0.output.2)"
    }
  }

  /// Longer than any word with an operator.
  private static let longest = 60

  // MARK: Patterns

  private static let lines =
    SharedRegex(#/([#Ss]?\d{1,3})?((?i:and|or|not)|[&|])([#Ss]?\d{1,3})?/#)
  private static let adjacentBefore = SharedRegex(#/(?i)(adj\d{1,2})([a-z]{2}.*)/#)
  private static let adjacentAfter = SharedRegex(#/(?i)(.*[a-z*$]{3})(adj\d{1,2})/#)
  private static let letterBefore = SharedRegex(#/([NW]\d{1,2})([a-z]{2}.*)/#)
  private static let letterAfter = SharedRegex(#/(.*[a-z*]{3})([NW]\d{1,2})/#)
  private static let slashBefore = SharedRegex(#/((?:NEAR|W|PRE)\/\d{1,2})([A-Za-z]{2}.*)/#)
  private static let slashAfter = SharedRegex(#/(.*[a-z*]{3})((?:NEAR|W|PRE)\/\d{1,2})/#)
}

extension Malformed {
  /// An operator that is joined to a word.
  ///
  /// - Parameter separated: the word with the missing spaces.
  static func missingSpace(in word: String, _ separated: String, at position: Int) -> Malformed {
    Malformed(
      "Missing space in “\(word)”",
      "Write \(separated). To search for the word, put it in quotation marks.", at: position)
  }
}
