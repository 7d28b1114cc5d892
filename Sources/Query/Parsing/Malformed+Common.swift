/// Mistakes that can be made in several query languages.
extension Malformed {
  /// An opening parenthesis without a closing one.
  static func unmatchedOpening(at position: Int) -> Malformed {
    Malformed("Unmatched “(”", "Add “)” where the group ends.", at: position)
  }

  /// A closing parenthesis without an opening one.
  static func unmatchedClosing(at position: Int) -> Malformed {
    Malformed("Unmatched “)”", "Remove it, or add “(” before it.", at: position)
  }

  /// Parentheses inside more than ``QueryGrammar/deepest`` others.
  static func tooManyParentheses(at position: Int) -> Malformed {
    Malformed(
      "More than \(QueryGrammar.deepest) nested parentheses", "Use fewer parentheses.",
      at: position)
  }

  /// A quotation mark without another one.
  static func unmatchedQuotation(at position: Int) -> Malformed {
    Malformed("Unmatched quotation mark", "Add the closing quotation mark.", at: position)
  }

  /// A proximity operator whose distance is missing, too large or not a number.
  ///
  /// - Parameter example: the operator with a valid distance.
  static func invalidDistance(
    _ word: String, example: String, at position: Int
  ) -> Malformed {
    Malformed(
      "“\(word)” without a valid distance",
      "Use a number from 0 to \(QueryTree.farthest), as in \(example).", at: position)
  }
}
