import Testing
import peerlit_evaluate

struct EvaluationTests {
  let qrels = Qrels(["q1": ["a": 1], "q2": ["b": 1], "q3": ["c": 0]])

  @Test func `queries without hits or relevant documents count as zero`() {
    let run = Run(["q1": [.init("a", 1)], "q3": [.init("c", 1)], "unjudged": [.init("a", 1)]])
    let evaluation = Evaluation(of: run, qrels: qrels)
    #expect(evaluation.queries.count == 3)
    #expect(abs(evaluation.mean(.ndcg10) - 1.0 / 3) < 1e-9)
    #expect(abs(evaluation.mean(.precision10) - 0.1 / 3) < 1e-9)
  }

  @Test func `the mean of no queries is zero`() {
    #expect(Evaluation(of: Run(), qrels: Qrels()).mean(.ndcg10) == 0)
  }

  @Test func `comparison counts wins and losses`() {
    let before = Evaluation(
      of: Run(["q1": [.init("x", 2), .init("a", 1)], "q2": [.init("b", 1)]]), qrels: qrels)
    let after = Evaluation(of: Run(["q1": [.init("a", 1)]]), qrels: qrels)
    let comparison = Comparison(of: after, against: before)
    #expect(comparison.wins == 1)
    #expect(comparison.losses == 1)
    #expect(comparison.ties == 1)
    #expect(comparison.changes.map(\.query) == ["q1", "q3", "q2"])
    #expect(comparison.pValue() > 0.2)
  }

  @Test func `a large consistent gain is significant`() {
    let names = (1...20).map { "q\($0)" }
    let qrels = Qrels(Dictionary(uniqueKeysWithValues: names.map { ($0, ["a": 1]) }))
    let after = Evaluation(
      of: Run(Dictionary(uniqueKeysWithValues: names.map { ($0, [.init("a", 1)]) })), qrels: qrels)
    let before = Evaluation(of: Run(), qrels: qrels)
    #expect(Comparison(of: after, against: before).pValue() < 0.01)
    #expect(Comparison(of: before, against: before).pValue() == 1)
  }

  @Test func `an interval has the mean, and is narrow for many queries that agree`() {
    func comparison(_ queries: Int, wins: (Int) -> Bool) -> Comparison {
      let names = (1...queries).map { "q\($0)" }
      let qrels = Qrels(Dictionary(uniqueKeysWithValues: names.map { ($0, ["a": 1]) }))
      func run(_ found: (Int) -> Bool) -> Evaluation {
        let hits = names.indices.map { (names[$0], [Run.ScoredDocument(found($0) ? "a" : "b", 1)]) }
        return Evaluation(of: Run(Dictionary(uniqueKeysWithValues: hits)), qrels: qrels)
      }
      return Comparison(of: run(wins), against: run { !wins($0) })
    }
    #expect(comparison(20) { _ in true }.interval() == 1...1)
    let few = comparison(20) { $0 % 4 > 0 }
    let many = comparison(2000) { $0 % 4 > 0 }
    #expect(few.mean == 0.5 && few.interval().contains(0.5))
    // The standard error of a mean of n values 1 and -1, a quarter of them -1, is √(0.75 / n).
    #expect(abs(few.interval().upperBound - 0.5 - 1.96 * (0.75 / 20).squareRoot()) < 0.1)
    #expect(abs(many.interval().upperBound - 0.5 - 1.96 * (0.75 / 2000).squareRoot()) < 0.01)
  }
}
