import Appraisal
import Literature
import Testing

/// The table of weights, which `tools/appraisal/train` writes.
struct WeightsTests {
  @Test func `every weight by code has a code of its facet`() throws {
    let rows = Table(named: "weights.tsv").rows.filter { $0["name"].contains("@") }
    #expect(rows.contains { $0["group"] == "setting.mention" })
    for row in rows {
      let facet = try #require(row["group"].split(separator: ".").first.map(String.init))
      let parts = row["name"].split(separator: "@")
      let name = try #require(FacetDefinition.codes.map(\.name).first { $0.rawValue == facet })
      #expect(parts.count == 2 && Vocabulary.standard.contains(String(parts[1]), in: name))
    }
  }
}
