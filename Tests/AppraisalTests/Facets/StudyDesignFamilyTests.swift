import Appraisal
import Literature
import Testing

/// Families of wording that name the design of the document or of another study.
struct StudyDesignFamilyTests {
  private static let trial =
    "We will conduct a randomised controlled trial with 240 participants on inpatient wards. "

  @Test(arguments: [
    "A systematic review by Smith et al. included 18 trials with 5,597 participants.",
    "In a meta-analysis of 32 studies, mentoring lowered distress.",
    "A recent Cochrane review found that mentors help.",
    "Meta-analyses suggest that lay support is effective.",
    "Previous systematic reviews have called for larger trials.",
    "In a systematic review of the literature, the authors found few studies.",
    "Effect sizes were drawn from a recent meta-analysis.",
    "A literature review by Jones et al. described four models.",
    "Earlier scoping reviews mapped the roles of mentors.",
    "According to a meta-analysis by Brown et al., effects last for a year.",
  ])
  func `a review that a trial cites is not what the trial is`(sentence: String) {
    let facets = appraise(Self.trial + sentence, title: "Mentors on wards: a protocol")
    let found = Set(codes(facets.method))
    #expect(found.isSuperset(of: ["protocol", "randomised-trial"]))
    #expect(
      found.isDisjoint(with: [
        "systematic-review", "meta-analysis", "scoping-review", "narrative-review",
      ]))
    #expect(facets.includedStudies.isEmpty)
  }

  @Test(arguments: [
    "Case report forms will be used.",
    "Data are entered in a case report form (CRF).",
    "The nurse fills in the case record form.",
    "Staff do a rapid assessment of blood pressure.",
    "A rapid assessment of the general activities follows.",
    "Patients who meet the inclusion criteria are invited.",
    "Children who meet the above eligibility criteria are enrolled.",
    "An expert review of the materials precedes training.",
    "Coaches hold a review of audio-recorded sessions.",
    "Diagnoses are settled in consensus meetings.",
  ])
  func `the tools of a trial are no designs`(sentence: String) {
    let found = Set(
      codes(appraise(Self.trial + sentence, title: "Mentors on wards: a protocol").method))
    #expect(found.contains("randomised-trial"))
    #expect(
      found.isDisjoint(with: [
        "case-study", "rapid-review", "systematic-review", "narrative-review", "consensus",
      ]))
  }

  @Test(arguments: [
    "METHODS AND RESULTS", "METHODS AND FINDINGS", "DESIGN/METHODS", "METHODS/RESULTS",
    "METHODS & RESULTS", "MATERIALS AND METHODS", "PATIENTS AND METHODS", "DESIGN AND METHODS",
    "METHODS", "STUDY DESIGN AND METHODS",
  ])
  func `a heading of methods opens the methods`(heading: String) {
    let facets = appraise(
      "BACKGROUND: Stents may close. \(heading): Fifty-four patients were randomized to adenosine "
        + "or saline. Pressure fell in both groups (P = .03). CONCLUSIONS: Adenosine is safe.",
      title: "Adenosine after stenting")
    #expect(codes(facets.method).contains("randomised-trial"))
    #expect(facets.sampleSize.first?.value == 54)
  }

  @Test func `a country is no laboratory animal`() {
    let facets = appraise(
      "We will conduct a randomised controlled trial in Guinea-Bissau. Families in Guinea-Bissau "
        + "will be randomly assigned to a mentor or to usual care.",
      title: "Mentors for families in Guinea-Bissau")
    #expect(codes(facets.method).contains("randomised-trial"))
  }
}
