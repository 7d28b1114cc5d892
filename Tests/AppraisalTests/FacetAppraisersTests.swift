import Appraisal
import Literature
import Testing

struct FacetAppraisersTests {
  @Test func `every facet has an appraiser of its kind`() {
    #expect(Appraiser.facets == Set(FacetName.allCases))
  }
}
