import Literature

/// Words that people write before the number of a line: `Line 1`, `set #2`, `searches 1-3`.
enum LineWords {
  /// A word before the number with which a line begins, and that number: `Line 1: peer.ti.`.
  ///
  /// Captures the word with the space after it.
  static let beforeOwnNumber =
    SharedRegex(
      #/((?i:line|search|set|query)\s*)#?\d{1,4}(?:\s*[.):|\t]\s*|\s+)(?=\S)(?!(?i:and|or|not)\b)/#)

  /// A word with which a search begins, after the number of its line.
  static let atStart = SharedRegex(#/(?i:line|search|set|query)\s+/#)

  /// A word before the numbers of other lines, and these: `lines 1-3`.
  ///
  /// Captures the word with the space after it, and the first number.
  static let beforeReference =
    SharedRegex(
      #/(?i)\b((?:lines?|searche?s?|sets?|quer(?:y|ies))\s{1,3})#?(\d{1,4})(?:-#?\d{1,4})?(?![\w-])/#
    )

  /// A word before the number of a line that was not pasted.
  static let beforeMissingLine =
    SharedRegex(#/\b(?i:lines?|search|sets?|query)\s{1,3}(?=#?\d{1,3}\b)/#)
}
