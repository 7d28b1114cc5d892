import Testing
import peerlit_evaluate

@Suite struct EvaluationTests {
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
}
