import Literature

/// Estimates the codes of a facet from all words of a document, by a logistic regression over a bag
/// of words for each code.
///
/// It never assigns a code by itself: its log-odds are a feature of ``CodeModel``, which needs a
/// mention of the code as evidence.
struct BagModel: Sendable {
  /// The weights of each code by row of the table, and last its bias; `nil` for rarely labelled
  /// codes.
  private let weights: [[Float]?]

  init(_ facet: FacetName, table: BagTable = .standard) {
    weights = Vocabulary.standard.codes(of: facet).map { table.weights(of: $0, in: facet) }
  }

  /// The range of the log-odds: a short text can give extreme values.
  static let range: ClosedRange<Float> = -6...4

  /// A text with fewer known words is not judged by them.
  private static let fewest = 25

  /// The log-odds of a code by its place among the codes of the facet; `nil` if it is rarely
  /// labelled, or if the text has few words.
  func odds(of place: Int, _ bag: BagOfWords) -> Float? {
    guard bag.words.count >= Self.fewest, let weights = weights[place], let bias = weights.last
    else { return nil }
    let sum = weights.withUnsafeBufferPointer { weights in
      bag.words.reduce(bias) { $0 + $1.weight * weights[Int($1.row)] }
    }
    return max(Self.range.lowerBound, min(Self.range.upperBound, sum))
  }
}
