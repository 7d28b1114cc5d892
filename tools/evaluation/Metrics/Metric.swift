import Foundation

/// A measure of the ranking for one query, between 0 and 1.
///
/// Defined as in trec_eval (https://github.com/usnistgov/trec_eval), whose names are in
/// parentheses. A document is relevant from grade 1.
package enum Metric: String, Sendable, CaseIterable {
  /// Discounted cumulative gain of the first ten, divided by that of the best possible ten, with
  /// linear gain (ndcg_cut_10; Järvelin and Kekäläinen 2002).
  case ndcg10 = "nDCG@10"
  /// Mean of the precision at the rank of each relevant document; 0 for a document that is not
  /// returned (map).
  case averagePrecision = "MAP"
  /// Share of the relevant documents among the first hundred (recall_100).
  case recall100 = "recall@100"
  /// Share of the first ten documents that are relevant (P_10).
  case precision10 = "P@10"

  /// The value of the measure.
  ///
  /// - Parameters:
  ///   - ranking: document ids, best first, each once.
  ///   - grades: the judged documents of the query.
  package func value(ranking: [String], grades: [String: Int]) -> Double {
    let relevant = grades.values.count { $0 > 0 }
    guard relevant > 0 else { return 0 }
    switch self {
    case .ndcg10:
      let ideal = grades.values.sorted(by: >)
      return Self.gain(ranking.prefix(10).map { grades[$0] ?? 0 }) / Self.gain(ideal.prefix(10))
    case .averagePrecision:
      var found = 0
      var sum = 0.0
      for (offset, document) in ranking.enumerated() where (grades[document] ?? 0) > 0 {
        found += 1
        sum += Double(found) / Double(offset + 1)
      }
      return sum / Double(relevant)
    case .recall100:
      return Double(Self.found(in: ranking.prefix(100), grades)) / Double(relevant)
    case .precision10:
      return Double(Self.found(in: ranking.prefix(10), grades)) / 10
    }
  }

  /// Discounted cumulative gain: grade over log₂(rank + 1); a negative grade gains nothing.
  private static func gain(_ grades: some Sequence<Int>) -> Double {
    grades.enumerated().reduce(0) { $0 + Double(max(0, $1.element)) / log2(Double($1.offset + 2)) }
  }

  private static func found(in ranking: ArraySlice<String>, _ grades: [String: Int]) -> Int {
    ranking.count { (grades[$0] ?? 0) > 0 }
  }
}
