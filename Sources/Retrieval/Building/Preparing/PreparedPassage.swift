/// A passage and the range of its tokens.
struct PreparedPassage: Sendable {
  /// Index of the section in the document.
  var section: Int
  /// Index of the block that contains its text.
  var block: Int
  var bytes: Range<Int>
  var scalars: Range<Int>
  /// Words of the body and of the heading, not counting joined forms.
  var bodyWords = 0
  var headingWords = 0
  var opensSection: Bool
  /// Whether the passage is part of the abstract.
  var isAbstract = false
  /// Whether the passage is part of the back matter: references, funding, disclosures.
  var isBackMatter = false
  var page: Int?
  /// Its tokens in ``PreparedDocument/tokens``.
  var tokens: Range<Int> = 0..<0
}
