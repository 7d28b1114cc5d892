import Literature

/// Everyday words that are abbreviations as well: *art*, *prep*, *pros*, *scared*.
///
/// As abbreviations they are expanded only when typed in capitals, and a long form does not add
/// them: a document that defines the abbreviation contains the long form too, and in another one
/// the word means something else.
enum EverydayWords {
  /// The words, folded.
  static let words = Set(
    Table(named: "everyday-words.tsv").rows.flatMap { $0.list("words") })
}
