import Appraisal
import Testing

struct IncludedStudiesAppraiserTests {
  private let review = "This systematic review searched five databases. "

  @Test(arguments: [
    ("Of 1,208 records screened, 34 studies met the inclusion criteria.", 34),
    ("Twenty-three studies were included.", 23),
    ("Results: 12 articles and two conference abstracts met inclusion criteria.", 14),
    ("A total of 38 papers were included (n = 38).", 38),
    ("We mapped 47 studies of peer workers.", 47),
    ("We screened 1204 titles and included 38 papers (n = 38).", 38),
    ("Screening of the 6953 retrieved articles generated 6 articles that met the criteria.", 6),
  ])
  func `a review says how many studies it includes`(text: String, expected: Int) {
    #expect(appraise(review + text).includedStudies.map(\.value) == [expected])
  }

  @Test(arguments: [
    "We randomly assigned 90 smokers. Three earlier studies were included in the discussion.",
    "No studies met the inclusion criteria.",
  ])
  func `other works include none`(text: String) {
    #expect(appraise(text).includedStudies.isEmpty)
  }

  @Test func `participants of the studies are the sample size`() {
    let facets = appraise(
      review + "Nine trials met eligibility criteria, providing data from 2131 participants.")
    #expect(facets.includedStudies.map(\.value) == [9])
    #expect(facets.sampleSize.map(\.value) == [2131])
  }
}
