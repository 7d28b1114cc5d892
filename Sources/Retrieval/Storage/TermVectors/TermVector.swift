import Ranking

/// The term vector of one document.
struct TermVector {
  /// Its terms, by index in ``TermVectors``.
  var entries: Range<Int>
  /// The number of its words, and of those in the title, which come first.
  var words: Int
  var titleWords: Int
  /// Its passages, by index in ``TermVectors``.
  var passages: Range<Int>
  /// The byte offset of the positions of its terms, and the number of bits of each position.
  let positionsAt: Int
  let width: Int
  /// The byte offset of its embedding; `nil` if it has none.
  let embeddingAt: Int?
  /// Whether the embedding was made by the encoder.
  let isEncoded: Bool

  /// The numbers of words of its fields.
  var lengths: FieldCounts {
    FieldCounts(body: Float(words - titleWords), title: Float(titleWords))
  }

  init(
    entries: Range<Int>, words: Int, titleWords: Int, passages: Range<Int>, positionsAt: Int,
    embeddingAt: Int?, isEncoded: Bool
  ) {
    self.entries = entries
    self.words = words
    self.titleWords = titleWords
    self.passages = passages
    self.positionsAt = positionsAt
    self.embeddingAt = embeddingAt
    self.isEncoded = isEncoded
    width = TermVectorRow.width(words: words)
  }
}
