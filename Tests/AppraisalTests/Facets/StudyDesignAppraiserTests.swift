import Literature
import Appraisal
import Testing

struct StudyDesignAppraiserTests {
  @Test(arguments: [
    ("", "Adults were randomly assigned to a mentor or to usual care.", ["randomised-trial"]),
    ("", "A randomised, controlled trial compared two courses.", ["randomised-trial"]),
    (
      "", "In this double-blind, placebo-controlled study, adults took one tablet.",
      ["randomised-trial"]
    ),
    (
      "", "METHODS: Twelve schools were randomised to the course or to waiting.",
      ["cluster-randomised-trial", "randomised-trial"]
    ),
    (
      "A stepped-wedge cluster randomised trial of mentoring", "",
      ["cluster-randomised-trial", "randomised-trial"]
    ),
    ("", "Methods: a quasi-experimental study compared two towns.", ["non-randomised-trial"]),
    ("", "Methods: a pre-post study of one service.", ["before-after"]),
    ("A prospective cohort study of mentoring", "", ["cohort"]),
    ("", "Methods: a case-control study nested in a registry.", ["case-control"]),
    ("", "Methods: a cross-sectional survey of volunteers.", ["cross-sectional"]),
    ("", "Semi-structured interviews were analysed thematically.", ["qualitative"]),
    ("Mentoring in two towns: a mixed-methods study", "", ["mixed-methods"]),
    ("Mentoring in one town: a qualitative case study", "", ["case-study", "qualitative"]),
    ("Mentoring: a systematic review", "", ["systematic-review"]),
    ("Mentoring: a meta-analysis", "", ["meta-analysis", "systematic-review"]),
    ("Mentoring: a scoping review", "", ["scoping-review"]),
    ("Mentoring: a rapid review", "", ["rapid-review"]),
    ("Mentoring: a narrative review", "", ["narrative-review"]),
    ("Mentoring: a cost-effectiveness analysis", "", ["economic-evaluation"]),
    ("Core skills of mentors: a Delphi study", "", ["consensus"]),
    ("A programme evaluation of mentoring", "", ["service-evaluation"]),
    (
      "Mentoring after stroke: study protocol for a randomised controlled trial", "",
      ["protocol", "randomised-trial"]
    ),
    ("", "Adults will be invited and interviewed. Sessions will be recorded.", ["protocol"]),
    ("Commentary: what mentors need", "", ["commentary"]),
    ("", "Mentors are kind.", []),
  ])
  func `designs are found`(title: String, text: String, expected: [String]) {
    #expect(codes(appraise(text, title: title).method) == expected)
  }

  @Test(arguments: [
    ("No randomised trials were found.", "randomised-trial"),
    ("Randomised controlled trials are needed.", "randomised-trial"),
    ("Previous randomised trials have shown that mentors help.", "randomised-trial"),
    ("Future research should include a randomised controlled trial.", "randomised-trial"),
    ("Mentors worked as part of a randomised controlled trial.", "randomised-trial"),
    ("Rats were randomly assigned to a diet. The rats were weighed.", "randomised-trial"),
    ("A random sample of households was drawn at random.", "cluster-randomised-trial"),
    ("Patients at clinics were randomly assigned to a mentor.", "cluster-randomised-trial"),
    ("The intervention was not cost-effective per protocol.", "protocol"),
    ("Trial registration: ISRCTN, a randomised controlled trial.", "randomised-trial"),
  ])
  func `designs that are only mentioned do not count`(text: String, code: String) {
    #expect(!codes(appraise(text).method).contains(code))
  }

  @Test func `a review of trials is not a trial`() {
    let facets = appraise(
      "We searched five databases. Twelve randomised controlled trials were included.",
      title: "Mentoring: a systematic review")
    #expect(codes(facets.method) == ["systematic-review"])
  }

  @Test func `every code is known`() {
    for value in appraise("Methods: interviews; a survey; a cohort study.").method {
      #expect(Vocabulary.standard.contains(value.value, in: .method))
    }
  }
}
