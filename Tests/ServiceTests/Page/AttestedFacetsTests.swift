import Literature
import Service
import Testing

struct AttestedFacetsTests {
  private func evidence(_ text: String) -> Evidence {
    Evidence(field: .text, text: text, start: 0, end: text.count, rule: "")
  }

  @Test func `values that a person entered have evidence from the text`() {
    let values = [
      FacetValue(45, origin: .curated),
      FacetValue(45, origin: .extracted, evidence: [evidence("45 participants")]),
      FacetValue(12, origin: .extracted, evidence: [evidence("12 sites")]),
    ]
    #expect(
      Facets.attested(values) == [
        FacetValue(45, origin: .curated, evidence: [evidence("45 participants")])
      ])
    #expect(Facets.attested([FacetValue<Int>]()) == [])
  }
}
