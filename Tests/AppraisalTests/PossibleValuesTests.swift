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

  private let unsure = [
    "Telephone calls were made at school by nurses in the community, in clinics and at work.",
    "We asked 30 people. About 12 of 40 had come to the ward, 8 nurses and 5 peers as well.",
    "A review of the chart was done. Mentors may be useful. Some were interviewed.",
    "Patients who had come to the clinic were asked. Some had been to the ward or been visited.",
    "Mentors met their mentees at a library or at a church. They spoke about their diseases.",
    "The costs of the programme were compared. Members were followed for a year.",
  ]

  @Test func `every value has evidence and a confidence, and unsure values are possible`() {
    var possible = 0
    for text in unsure {
      let facets = Appraiser().appraise(sample(text))
      for facet in FacetDefinition.codes.map(\.name) {
        for value in facets[codes: facet] {
          let confidence = value.confidence ?? -1
          #expect((0.25...1).contains(confidence) && !value.evidence.isEmpty, "\(text)")
        }
        let isPossible = facets[codes: facet].filter(\.isPossible)
        #expect(isPossible.count <= 3, "\(text)")
        possible += isPossible.count
      }
      for value in facets.sampleSize { #expect((0.2...1).contains(value.confidence ?? -1)) }
      possible += facets.sampleSize.count { $0.isPossible }
    }
    #expect(possible > 0)
  }

  @Test func `where a record states a facet, nothing is possible`() {
    var document = sample("Telephone calls were made at school by nurses in the community.")
    document.facets.setting = [FacetValue("prison", origin: .record)]
    let unsure = Appraiser().appraise(document).setting.filter { $0.isPossible }
    #expect(unsure.isEmpty)
  }
}
