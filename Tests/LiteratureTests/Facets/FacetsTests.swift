import Foundation
import Literature
import Testing

struct FacetsTests {
  @Test func `names, query fields and parameters of facets are unique`() {
    let all = FacetDefinition.all
    #expect(Set(all.map(\.name)).count == all.count)
    #expect(Set(all.compactMap(\.field)).count == all.compactMap(\.field).count)
    let parameters = all.flatMap(\.parameters).map(\.name)
    #expect(Set(parameters).count == parameters.count)
  }

  @Test func `a facet has parameters exactly when it has a query field`() {
    for facet in FacetDefinition.all {
      #expect((facet.field == nil) == facet.parameters.isEmpty)
    }
  }

  @Test func `only names of defined facets are read`() throws {
    #expect(FacetName(rawValue: "sample_size") == .sampleSize)
    #expect(FacetName(rawValue: "intervention group") == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(FacetName.self, from: Data(#""dose""#.utf8))
    }
    #expect(
      FacetName.allCases.map(\.rawValue)
        == ["method", "setting", "condition", "sample_size", "included_studies"])
  }

  @Test func `a facet that lost its values equals one that had none`() {
    var facets = Facets()
    facets[codes: .method].append(FacetValue("qualitative", origin: .extracted))
    facets[counts: .sampleSize] = [FacetValue(20, origin: .record)]
    #expect(facets != Facets())
    facets[codes: .method].removeAll()
    facets[counts: .sampleSize] = []
    #expect(facets == Facets())
  }

  @Test func `values of the most trusted origin count`() {
    var facets = Facets()
    facets[codes: .setting] = [
      FacetValue("prison", origin: .curated), FacetValue("online", origin: .extracted),
    ]
    #expect(facets.effective(codes: .setting) == ["prison"])
    #expect(facets.effective(count: .sampleSize) == nil)
  }

  @Test func `a narrower code in the text adds to a broad one in the record`() {
    var facets = Facets()
    facets[codes: .method] = [
      FacetValue("randomised-trial", origin: .record),
      FacetValue("cluster-randomised-trial", origin: .extracted),
      FacetValue("qualitative", origin: .extracted),
    ]
    #expect(
      facets.effective(codes: .method) == ["randomised-trial", "cluster-randomised-trial"])
    facets[codes: .method][1].isPossible = true
    #expect(facets.effective(codes: .method) == ["randomised-trial"])
    facets[codes: .method][1].isPossible = false
    facets[codes: .method][0].origin = .curated
    #expect(facets.effective(codes: .method) == ["randomised-trial"])
  }

  @Test func `the text counts beside headings, but not beside codes in the record`() {
    let heading = Evidence(
      field: .record, text: "HIV Infections", start: 0, end: 14, rule: "subject-heading")
    var facets = Facets()
    facets[codes: .condition] = [
      FacetValue("hiv", origin: .record, evidence: [heading], isOpen: true),
      FacetValue("depression", origin: .record, isPossible: true, isOpen: true),
      FacetValue("stroke", origin: .extracted, confidence: 0.9),
      FacetValue("cancer", origin: .extracted, confidence: 0.3, isPossible: true),
    ]
    #expect(facets.effective(codes: .condition) == ["hiv", "stroke"])
    #expect(Facets.possible(facets[codes: .condition]).map(\.value) == ["depression"])
    facets[codes: .condition][0].isOpen = false
    #expect(facets.effective(codes: .condition) == ["hiv"])
    facets[codes: .condition].append(FacetValue("burns", origin: .curated))
    #expect(facets.effective(codes: .condition) == ["burns"])
    #expect(Facets.possible(facets[codes: .condition]).isEmpty)
  }

  @Test func `facets keep their values in JSON`() throws {
    var facets = Facets()
    let heading = Evidence(field: .record, text: "HIV", start: 0, end: 3, rule: "subject-heading")
    facets[codes: .condition] = [
      FacetValue("hiv", origin: .curated),
      FacetValue("hiv", origin: .record, evidence: [heading], isOpen: true),
    ]
    let type = Evidence.record("Review", Evidence.typeRule)
    facets[codes: .method] = [
      FacetValue("narrative-review", origin: .record, evidence: [type]),
      FacetValue("commentary", origin: .record, evidence: [type], isOpen: true),
      FacetValue("qualitative", origin: .extracted),
    ]
    facets.statedNone = [.sampleSize]
    let data = try JSONEncoder().encode(facets)
    #expect(try JSONDecoder().decode(Facets.self, from: data) == facets)
  }
}
