import Appraisal
import Literature
import Testing

struct PossibleValuesTests {
  @Test func `possible values do not count`() {
    let values = [
      FacetValue("prison", origin: .extracted, confidence: 0.91),
      FacetValue("home", origin: .extracted, confidence: 0.3, isPossible: true),
    ]
    #expect(Facets.effective(values).map(\.value) == ["prison"])
    #expect(Facets.possible(values).map(\.value) == ["home"])
    let stated = values + [FacetValue("school", origin: .record)]
    #expect(Facets.effective(stated).map(\.value) == ["school"])
    #expect(Facets.possible(stated).isEmpty)
    #expect(Facets.effective(Array(values.suffix(1))).isEmpty)
  }

  @Test(arguments: [
    "Peers in prison told their stories. They were paid at home.",
    "Telephone calls were made at school by nurses in the community, in clinics and at work.",
    "We asked 30 people. About 12 of 40 had come to the ward, 8 nurses and 5 peers as well.",
  ])
  func `every value has evidence and a confidence, possible ones too`(text: String) {
    let facets = Appraiser().appraise(sample(text))
    var possible = 0
    for facet in FacetDefinition.codes.map(\.name) {
      for value in facets[codes: facet] {
        let confidence = value.confidence ?? -1
        #expect((0.25...1).contains(confidence) && !value.evidence.isEmpty)
        if value.isPossible { possible += 1 }
      }
      let unsure = facets[codes: facet].filter { $0.isPossible }
      #expect(unsure.count <= 3)
    }
    for value in facets.sampleSize { #expect((0.2...1).contains(value.confidence ?? -1)) }
    possible += facets.sampleSize.count { $0.isPossible }
    #expect(possible > 0)
  }

  @Test func `where a record states a facet, nothing is possible`() {
    var document = sample("Telephone calls were made at school by nurses in the community.")
    document.facets.setting = [FacetValue("prison", origin: .record)]
    let unsure = Appraiser().appraise(document).setting.filter { $0.isPossible }
    #expect(unsure.isEmpty)
  }
}
