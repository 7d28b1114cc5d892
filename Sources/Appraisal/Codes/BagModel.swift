import Literature

/// Estimates the codes of a facet from all words of a document, by a logistic regression over a bag
/// of words for each code.
///
/// It never assigns a code by itself: its log-odds are a feature of ``CodeModel``, which needs a
/// mention of the code as evidence.
struct BagModel: Sendable {
  /// The column of each code of the facet; `nil` for rarely labelled codes.
  private let columns: [Int?]
  private let width: Int
  /// By row of the table, then by column; the last row has the biases.
  private let weights: [Float]

  init(_ facet: FacetName, table: BagTable = .standard) {
    var columns: [Int?] = []
    var known: [[Float]] = []
    for code in Vocabulary.standard.codes(of: facet) {
      let weights = table.weights(of: code, in: facet)
      columns.append(weights.map { _ in known.count })
      if let weights { known.append(weights) }
    }
    self.columns = columns
    width = known.count
    weights = (known.first ?? []).indices.flatMap { row in known.map { $0[row] } }
  }

  /// The range of the log-odds: a text of few words can give extreme ones.
  static let range: ClosedRange<Float> = -6...4

  /// The log-odds of each code of the facet; `nil` for rarely labelled codes.
  func odds(_ bag: BagOfWords) -> [Float?] {
    let width = width
    var sums = Array(weights.suffix(width))
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for word in bag.words {
          let first = Int(word.row) * width
          for column in 0..<width { sums[column] += word.weight * weights[first + column] }
        }
      }
    }
    return columns.map { column in
      column.map { max(Self.range.lowerBound, min(Self.range.upperBound, sums[$0])) }
    }
  }
}
