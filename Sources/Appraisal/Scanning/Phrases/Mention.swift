/// An occurrence of a facet's phrase in a document.
struct Mention {
  /// Index of the phrase in ``PhraseTables/phrases``.
  var phrase: Int
  /// Whether the mention occurs in the title; otherwise in the text.
  var inTitle: Bool
  /// First and last word.
  var words: ClosedRange<Int>
  /// Index of the sentence.
  var sentence: Int
  /// The log-odds that the mention means a code of the document (``MentionModel``).
  var odds: Float = 0
}
