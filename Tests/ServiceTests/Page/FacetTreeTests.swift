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

  @Test func `the rows of a map are in the same order, and years in theirs`() {
    func rows(_ facet: FacetName, _ rows: [(String, Int)]) -> [String] {
      let map = FacetMap(
        query: InterpretedQuery(text: "", interpreted: "(any)"), documents: 9,
        rowFacet: facet.rawValue, columnFacet: "setting", rows: rows.map { $0.0 }, columns: [],
        counts: rows.map { _ in [] }, rowTotals: rows.map { $0.1 }, columnTotals: [])
      return map.rowTree.map { String(repeating: "-", count: $0.depth) + map.rows[$0.place] }
    }
    #expect(
      rows(.method, [("qualitative", 6), ("review", 5), ("cohort", 4), ("rapid-review", 4)])
        == ["qualitative", "review", "-rapid-review", "cohort"])
    #expect(
      rows(.year, [("2015..2019", 1), ("2020..2024", 3), ("none", 2)])
        == ["2015..2019", "2020..2024", "none"])
  }

  @Test func `everything else is last`() {
    let tree = FacetTree(
      [FacetCount("other", 90), FacetCount("hiv", 5), FacetCount("none", 9)], of: .condition)
    #expect(tree.rows.map { $0.code } == ["hiv", "other", "none"])
  }

  @Test func `every code can be reached from the start page`() {
    let counts = [
      FacetCount("other", 90), FacetCount("mental-health", 50), FacetCount("depression", 20),
      FacetCount("infectious-disease", 12), FacetCount("hiv", 30), FacetCount("cancer", 4),
      FacetCount("none", 9),
    ]
    let (first, more) = FacetTree(counts, of: .condition).divided(2)
    #expect(first.map { $0.code } == ["mental-health", "infectious-disease"])
    #expect(more.map { $0.code } == ["hiv", "depression", "cancer", "other"])
    #expect(FacetTree([], of: .condition).divided(2).first.isEmpty)
  }

  @Test func `selected values always have a row`() {
    #expect(rows([("review", 5)], keeping: ["qualitative"]) == ["review 5", "qualitative 0"])
    #expect(rows([]) == [])
  }
}
