import Analysis

/// What an index has of a document that is being removed, apart from its rows.
struct RemovedDocument {
  /// Its rows of full text, which FTS5 needs to delete them.
  var fullText: [FullTextRow]
  /// Every word of it, as often as it occurs.
  var words: [Word]
  /// In how many of its passages each of its terms occurs.
  var terms: [String: Int]
  /// The abbreviations that it defines.
  var abbreviations: [AbbreviationDefinition]
}
