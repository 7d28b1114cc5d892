import Answers
import Literature
import Retrieval
import Service
import Testing

struct FacetTreeTests {
  private func rows(_ counts: [(String, Int)], keeping kept: [String] = []) -> [String] {
    FacetTree(
      counts.map { FacetCount($0.0, $0.1) }, of: .method, keeping: kept
    ).rows.map { String(repeating: "-", count: $0.depth) + "\($0.code) \($0.documents)" }
  }

  @Test func `narrower codes stand under wider ones`() {
    #expect(
      rows([
        ("none", 9), ("qualitative", 3), ("review", 5), ("systematic-review", 2),
        ("rapid-review", 4),
      ]) == [
        "review 5", "-rapid-review 4", "-systematic-review 2", "qualitative 3", "none 9",
      ])
  }

  @Test func `selected values always have a row`() {
    #expect(rows([("review", 5)], keeping: ["qualitative"]) == ["review 5", "qualitative 0"])
    #expect(rows([]) == [])
  }
}
