import Foundation
import Testing
import peerlit_evaluate

struct MetricTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var ranking: [String]
    var grades: [String: Int]
    var ndcg: Double
    var map: Double
    var recall: Double
    var precision: Double
    var testDescription: String { name }
  }

  /// Computed by hand; 1/log₂3 = 0.63093, 1/log₂4 = 0.5, 1/log₂5 = 0.43068, 1/log₂6 = 0.38685.
  static let cases = [
    Case(
      name: "perfect", ranking: ["a", "b"], grades: ["a": 2, "b": 1],
      ndcg: 1, map: 1, recall: 1, precision: 0.2),
    Case(
      name: "swapped grades", ranking: ["b", "a"], grades: ["a": 2, "b": 1],
      ndcg: (1 + 2 * 0.630930) / (2 + 0.630930), map: 1, recall: 1, precision: 0.2),
    Case(
      name: "gaps", ranking: ["x", "a", "y", "b"], grades: ["a": 1, "b": 1, "c": 1],
      ndcg: (0.630930 + 0.430677) / (1 + 0.630930 + 0.5), map: (0.5 + 0.5) / 3,
      recall: 2.0 / 3, precision: 0.2),
    Case(
      name: "nothing returned", ranking: [], grades: ["a": 1],
      ndcg: 0, map: 0, recall: 0, precision: 0),
    Case(
      name: "none relevant", ranking: ["a"], grades: ["a": 0],
      ndcg: 0, map: 0, recall: 0, precision: 0),
    Case(
      name: "a negative grade gains nothing", ranking: ["bad", "a"], grades: ["bad": -1, "a": 1],
      ndcg: 0.630930, map: 0.5, recall: 1, precision: 0.1),
    Case(
      name: "beyond ten places", ranking: (1...10).map { "x\($0)" } + ["a"], grades: ["a": 3],
      ndcg: 0, map: 1.0 / 11, recall: 1, precision: 0),
    Case(
      name: "beyond a hundred places", ranking: (1...100).map { "x\($0)" } + ["a"],
      grades: ["a": 3], ndcg: 0, map: 1.0 / 101, recall: 0, precision: 0),
    Case(
      name: "more relevant than ten", ranking: (1...10).map { "a\($0)" },
      grades: Dictionary(uniqueKeysWithValues: (1...20).map { ("a\($0)", 1) }),
      ndcg: 1, map: 0.5, recall: 0.5, precision: 1),
  ]

  @Test(arguments: cases) func `a metric equals the value computed by hand`(_ example: Case) {
    func value(_ metric: Metric) -> Double {
      metric.value(ranking: example.ranking, grades: example.grades)
    }
    #expect(abs(value(.ndcg10) - example.ndcg) < 1e-6)
    #expect(abs(value(.averagePrecision) - example.map) < 1e-9)
    #expect(abs(value(.recall100) - example.recall) < 1e-9)
    #expect(abs(value(.precision10) - example.precision) < 1e-9)
  }
}
