import Literature

/// Boosted regression trees that score the candidates for a sample size (Friedman 2001).
///
/// They add what a linear score cannot express: conditions on several features at once. Each tree
/// asks three questions, from the root to a leaf; the score is the sum of the leaves. The trees are
/// in `count-trees.tsv`.
final class CountTrees: Sendable {
  static let standard = CountTrees(table: Table(named: "count-trees.tsv"))

  /// Features that the trees use in addition to those of a candidate.
  private enum Extra: Int, Feature {
    /// Whether the candidate is "none is stated".
    case none
    /// The number.
    case value
    /// The number of candidates of the document.
    case candidates
    /// The place among them, from 0 to 1.
    case place
    /// The largest number of the document, divided by this one.
    case ratio
  }

  /// The number of questions from the root of a tree to a leaf.
  private static let depth = 3
  /// The number of leaves of a tree.
  private static let leafCount = 1 << depth
  /// The number of questions of a tree.
  private static let questionCount = leafCount - 1

  /// The questions of each tree, in the order of a heap: whether a feature exceeds a threshold.
  ///
  /// A missing question counts as answered with no.
  private let features: [Int]
  private let thresholds: [Float]
  /// The leaves of each tree.
  private let leaves: [Float]

  init(table: Table) {
    var numbers = CountFeature.numbers
    let document = CountFeature.allCases.count
    for feature in DocumentFeature.allCases {
      numbers["document.\(feature.name)"] = document + feature.rawValue
    }
    let extra = document + DocumentFeature.allCases.count
    for feature in Extra.allCases {
      numbers["candidate.\(feature.name)"] = extra + feature.rawValue
    }
    var features: [Int] = []
    var thresholds: [Float] = []
    var leaves: [Float] = []
    for row in table.rows {
      let questions = row.list("questions").prefix(Self.questionCount).map { question in
        let parts = question.split(separator: ">")
        guard parts.count == 2, let feature = numbers[parts[0]], let least = Float(parts[1])
        else { return (feature: 0, threshold: Float.infinity) }
        return (feature: feature, threshold: least)
      }
      let values = row.list("leaves").prefix(Self.leafCount).compactMap { Float($0) }
      guard questions.count == Self.questionCount, values.count == Self.leafCount else { continue }
      features += questions.map(\.feature)
      thresholds += questions.map(\.threshold)
      leaves += values
    }
    (self.features, self.thresholds, self.leaves) = (features, thresholds, leaves)
  }

  /// The score of each candidate, and of "none is stated" as the last.
  func scores(_ candidates: [CountCandidate], document: [Float]) -> [Float] {
    let largest = Float(candidates.map(\.value).max() ?? 0)
    let count = Float(candidates.count)
    var scores: [Float] = []
    for (place, candidate) in candidates.enumerated() {
      let value = Float(candidate.value)
      let extra: [Float] = [0, value, count, Float(place) / count, largest / value]
      scores.append(sum(candidate.features + document + extra))
    }
    let nothing = [Float](repeating: 0, count: CountFeature.allCases.count)
    let extra: [Float] = [1, 0, count, 0, 0]
    scores.append(sum(nothing + document + extra))
    return scores
  }

  private func sum(_ row: [Float]) -> Float {
    var sum: Float = 0
    for tree in 0..<leaves.count / Self.leafCount {
      var node = 0
      for _ in 0..<Self.depth {
        let question = tree * Self.questionCount + node
        node = 2 * node + (row[features[question]] > thresholds[question] ? 2 : 1)
      }
      sum += leaves[tree * Self.leafCount + node - Self.questionCount]
    }
    return sum
  }
}
