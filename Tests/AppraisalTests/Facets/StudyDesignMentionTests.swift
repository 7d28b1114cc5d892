import Appraisal
import Testing

/// Words of a study design that mean something else, and designs that are recognised by what was
/// done.
struct StudyDesignMentionTests {
  private func mentioned(_ text: String, title: String = "") -> [String] {
    Appraiser().codes(of: sample(text, title: title), facet: .method).mentions.map(\.code)
  }

  @Test(arguments: [
    ("A decrease was reported in the capability to plan.", "case-study"),
    ("Three themes are described in the paper.", "case-study"),
    ("Randomly missing responses to items were replaced.", "randomised-trial"),
    ("Responses were missing at random.", "randomised-trial"),
    ("Randomisation of peer review sessions was planned.", "randomised-trial"),
    ("The work was done as part of a wider mixed-methods project.", "mixed-methods"),
    ("It was conducted as part of larger mixed methods research.", "mixed-methods"),
    ("Earlier qualitative interviews informed the course.", "qualitative"),
    (
      "Qualitative patient interviews were performed to inform the development of the app.",
      "qualitative"
    ),
  ])
  func `words in another sense do not name a design`(text: String, code: String) {
    #expect(!mentioned(text).contains(code))
  }

  @Test(arguments: [
    ("Mental health was measured at the start and end of the programme.", "before-after"),
    ("Forms were filled in at the beginning and at the end of the course.", "before-after"),
    ("Symptoms of depression fell before and after the peer group.", "before-after"),
    ("This is a single-arm, single-centre study.", "before-after"),
    ("This controlled-comparison pilot study tested a course.", "non-randomised-trial"),
    ("It began by following up 166 women.", "cohort"),
    ("We make a plea for fair pay.", "commentary"),
    ("The evaluation ran from May to July.", "service-evaluation"),
    ("We will evaluate the costs of delivering the course.", "economic-evaluation"),
    ("A three-week-old boy was presented with weakness.", "case-study"),
    ("Two cases of burnout are described.", "case-study"),
    ("Telephone interviews will be conducted every six months.", "qualitative"),
  ])
  func `a design is recognised by what was done`(text: String, code: String) {
    #expect(mentioned(text).contains(code))
  }

  @Test(arguments: [
    "Living with pain: a nested qualitative study within a randomised controlled trial",
    "Interviews with adults: a qualitative study alongside a randomised trial",
  ])
  func `a title may name the trial that a study belongs to`(title: String) {
    let text =
      "This qualitative study was nested within a randomised controlled trial. We interviewed 20 "
      + "adults. Three themes emerged."
    #expect(!mentioned(text, title: title).contains("randomised-trial"))
    // Participants were allocated, so the document reports the trial itself.
    #expect(
      mentioned("We interviewed adults. Women were randomly assigned to a mentor.", title: title)
        .contains("randomised-trial"))
  }
}
