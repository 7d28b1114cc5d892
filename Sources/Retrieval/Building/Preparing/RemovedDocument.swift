import Analysis

/// The contents of the index for a document that is being removed, apart from its rows.
struct RemovedDocument {
  /// Its full-text rows, which FTS5 needs in order to delete them.
  var fullText: [FullTextRow]
  /// Every occurrence of its words.
  var words: [CachedWord]
  /// The number of its passages in which each of its terms occurs.
  var terms: [String: Int]
  /// The abbreviations that it defines.
  var abbreviations: [AbbreviationDefinition]
}
