/// How much two counts may differ for one of their relations to hold.
///
/// Groups of one study have similar sizes. A far smaller number is a part of the larger one, or
/// counts something else.
struct SimilarSize {
  /// The smaller count is at least `part` / `whole` of the larger one.
  private let part: Int
  private let whole: Int

  private init(part: Int, whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// Groups of people side by side: "44 women in one group and 47 in the other".
  static let siblings = SimilarSize(part: 3, whole: 5)
  /// Groups that the words around them compare, wherever they are in a sentence.
  static let comparedGroups = SimilarSize(part: 1, whole: 2)
  /// The ends of a range: "60-80 participants".
  static let rangeEnds = SimilarSize(part: 1, whole: 4)
  /// Two counts that share a noun: "23 experimental and 26 control patients".
  static let sharedNoun = SimilarSize(part: 1, whole: 5)
  /// Arms whose sum may be the number of participants, because allocation may be unequal.
  static let arms = SimilarSize(part: 1, whole: 6)

  /// Whether two counts are similar enough.
  func allows(_ one: Int, _ other: Int) -> Bool {
    one * whole >= other * part && other * whole >= one * part
  }
}
