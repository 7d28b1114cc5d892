import Literature

/// Operators on lines of their own, as between the rows of a search form.
///
/// A form joins its rows as a whole. In the text of a search, an operator joins the terms beside
/// it, so that `a OR b`, `AND`, `c OR d` means something else.
enum LoneOperators {
  /// The note on a search in which such an operator does not join the whole lines around it; `nil`
  /// for any other.
  static func note(_ search: String, _ syntax: QuerySyntax) -> String? {
    // Scopus joins by OR before all else.
    if syntax == .scopus || !search.contains(where: \.isNewline) { return nil }
    let (blocks, joints) = split(search, syntax)
    let misread = zip(joints.indices, joints).first { index, joint in
      let (before, after) = (blocks[index], blocks[index + 1])
      // Elsewhere, only OR joins less tightly than others; PubMed reads from left to right.
      guard syntax == .pubmed else {
        return joint != .or && (before.contains(.or) || after.contains(.or))
      }
      return after.contains { $0 != joint && !(joint == .and && $0 == .not) }
    }
    return misread.map {
      "“\($0.1.rawValue.uppercased())” on a line of its own joins the terms beside it, not the whole "
        + "lines around it. To join the lines, put each in parentheses."
    }
  }

  /// The operators outside parentheses in the blocks of a search, and those between the blocks.
  private static func split(
    _ search: String, _ syntax: QuerySyntax
  ) -> (blocks: [Set<BooleanOperator>], joints: [BooleanOperator]) {
    var blocks: [Set<BooleanOperator>] = [[]]
    var joints: [BooleanOperator] = []
    var nesting = SearchNesting()
    for row in search.split(whereSeparator: \.isNewline) {
      if nesting.depth == 0, !nesting.isQuoted, let joint = operation(row.trimmed, syntax) {
        joints.append(joint)
        blocks.append([])
        continue
      }
      var word = ""
      for character in String(row) + " " {
        if !character.isWhitespace, !"()\"".contains(character) {
          if !nesting.isQuoted { word.append(character) }
          continue
        }
        if nesting.depth == 0, let found = operation(word, syntax) {
          blocks[blocks.count - 1].insert(found)
        }
        word = ""
        nesting.read(character)
      }
    }
    return (blocks, joints)
  }

  /// The operator that a word is; in peerlit's own language, only in capitals.
  private static func operation(_ word: String, _ syntax: QuerySyntax) -> BooleanOperator? {
    if word.uppercased() == "AND NOT" { return .not }
    return syntax == .peerlit && word != word.uppercased() ? nil : BooleanOperator(word)
  }
}
