import Appraisal
import Literature
import Testing

/// Sentences that state the design of a study, or name one that it does not have.
struct StudyDesignSentencesTests {
  /// Sentences that the models get wrong; docs/appraisal.md lists them.
  private static let stillWrong: Set = [
    "We propose a randomised trial in which 300 smokers will be offered text messages.",
    "Participants were assigned to one of two conditions in alternating order; there was no randomisation.",
    "We synthesised qualitative studies using meta-ethnography.",
  ]

  @Test(
    arguments: [
      (
        "Peer support for carers: a systematic review", "No randomised trials were found.", [],
        ["randomised-trial"]
      ),
      (
        "",
        "Previous trials have shown that peer support improves adherence. We interviewed 20 clients about their experience of the service.",
        ["qualitative"], ["randomised-trial"]
      ),
      (
        "",
        "Randomised trials have demonstrated the effectiveness of peer support. This qualitative study explored how peers see their role.",
        ["qualitative"], ["randomised-trial"]
      ),
      (
        "",
        "Participants in a randomised controlled trial of peer coaching were interviewed; transcripts were analysed thematically.",
        ["qualitative"], []
      ),
      (
        "",
        "There is a lack of randomised evidence. We carried out a retrospective cohort study using routine records.",
        ["cohort"], ["randomised-trial"]
      ),
      (
        "",
        "A randomised controlled trial is warranted to confirm these findings. In this single-arm pilot, 20 adults attended.",
        ["before-after"], ["randomised-trial"]
      ),
      (
        "Peer support for young adults with psychosis: protocol for a randomised controlled trial",
        "Participants will be randomised 1:1 to peer support or waitlist control.",
        ["protocol", "randomised-trial"], []
      ),
      (
        "Peer navigation in primary care: a scoping review protocol",
        "We will carry out a scoping review following the JBI methodology.", ["protocol"], []
      ),
      (
        "", "Two groups of patients were randomly allotted to exercise or rest.",
        ["randomised-trial"], []
      ),
      (
        "", "Practices were randomly allocated to deliver the intervention or continue usual care.",
        ["cluster-randomised-trial", "randomised-trial"], []
      ),
      (
        "", "Eligible adults were allocated to groups using computer-generated random numbers.",
        ["randomised-trial"], []
      ),
      (
        "", "Allocation was by minimisation to either peer mentoring or control.",
        ["randomised-trial"], []
      ),
      (
        "",
        "Participants were assigned to one of two conditions in alternating order; there was no randomisation.",
        [], ["randomised-trial"]
      ),
      (
        "", "This non-randomised controlled study compared two hospitals.",
        ["non-randomised-trial"], ["randomised-trial"]
      ),
      (
        "", "A controlled before-and-after study was carried out in eight practices.",
        ["non-randomised-trial"], []
      ),
      (
        "", "An uncontrolled pre–post evaluation measured wellbeing at entry and after 12 weeks.",
        ["before-after"], []
      ),
      (
        "",
        "We used routinely collected data to follow 2,300 patients for five years after diagnosis.",
        ["cohort"], []
      ),
      ("", "We followed a cohort of new mothers for 24 months.", ["cohort"], []),
      (
        "", "Cases were matched with controls by age and sex in this case–control study.",
        ["case-control"], []
      ),
      (
        "", "A cross-sectional online survey of peer workers was carried out in 2021.",
        ["cross-sectional"], []
      ),
      ("", "An anonymous postal questionnaire was sent to all members.", ["cross-sectional"], []),
      (
        "",
        "Focus groups and interviews were recorded, transcribed and analysed using reflexive thematic analysis.",
        ["qualitative"], []
      ),
      (
        "", "Using constructivist grounded theory, we explored how peers manage boundaries.",
        ["qualitative"], []
      ),
      ("", "An ethnographic study of a recovery college.", ["qualitative"], []),
      (
        "", "We combined a survey with in-depth interviews in a mixed methods design.",
        ["mixed-methods"], []
      ),
      ("", "A convergent parallel mixed-methods evaluation was undertaken.", ["mixed-methods"], []),
      (
        "",
        "This service evaluation describes the first year of a peer-led clinic in the North East of England.",
        ["service-evaluation"], []
      ),
      (
        "",
        "We audited referrals to the peer support service against national standards (clinical audit).",
        ["service-evaluation"], []
      ),
      (
        "",
        "The programme was evaluated with a quality improvement approach using Plan-Do-Study-Act cycles.",
        ["service-evaluation"], []
      ),
      (
        "", "We report the case of a 34-year-old man who benefited from peer support.",
        ["case-study"], []
      ),
      (
        "",
        "Costs per quality-adjusted life year gained were estimated from a health service perspective.",
        ["economic-evaluation"], []
      ),
      ("", "A three-round Delphi survey was carried out with 42 experts.", ["consensus"], []),
      (
        "",
        "We searched MEDLINE, Embase and CINAHL to March 2020. Two reviewers independently screened titles. Random-effects meta-analysis was used.",
        ["systematic-review", "meta-analysis"], ["randomised-trial"]
      ),
      (
        "Peer support in chronic disease: an umbrella review",
        "An umbrella review of systematic reviews.", ["systematic-review"], []
      ),
      (
        "Peer support in prisons: a realist review",
        "This realist synthesis asks what works for whom.", ["systematic-review"], []
      ),
      (
        "", "This paper reviews the literature on peer support and discusses implications.",
        ["narrative-review"], []
      ),
      (
        "", "In this viewpoint we argue that peer workers should be paid fairly.", ["commentary"],
        []
      ),
      (
        "Commissioning peer support: a guide for commissioners",
        "This briefing sets out how commissioners can fund peer support. Download the full guide. Contact us for more information.",
        ["report"], []
      ),
      (
        "", "We randomly selected 300 households and interviewed one adult in each.", [],
        ["randomised-trial"]
      ),
      (
        "", "A random sample of members was surveyed by post.", ["cross-sectional"],
        ["randomised-trial"]
      ),
      ("", "Mice were randomly assigned to diet.", [], ["randomised-trial"]),
      (
        "", "We conducted a stepped-wedge trial in nine health districts.",
        ["cluster-randomised-trial"], []
      ),
      (
        "",
        "The randomized phase has been reported elsewhere; here we present qualitative findings from exit interviews.",
        ["qualitative"], []
      ),
      (
        "", "A quasi-experimental design with a nonequivalent comparison group was used.",
        ["non-randomised-trial"], ["randomised-trial"]
      ),
      (
        "",
        "An interrupted time series analysis examined prescribing before and after introduction.",
        ["before-after"], []
      ),
      ("", "Photovoice was used with ten young carers.", ["qualitative"], []),
      (
        "",
        "Participants wrote diaries, which were subject to interpretative phenomenological analysis.",
        ["qualitative"], []
      ),
      (
        "Peer-led self-management for COPD: a feasibility RCT",
        "A feasibility RCT with embedded process evaluation.", ["randomised-trial"], []
      ),
      (
        "", "We propose a randomised trial in which 300 smokers will be offered text messages.",
        ["randomised-trial", "protocol"], []
      ),
      ("", "Double-masked, sham-controlled trial of stimulation.", ["randomised-trial"], []),
      (
        "",
        "Although randomised controlled trials have been conducted, little is known about how peers experience the role. Twenty peers took part in semi-structured interviews.",
        ["qualitative"], ["randomised-trial"]
      ),
      (
        "", "Patients were randomized using sealed opaque envelopes to either of two groups.",
        ["randomised-trial"], []
      ),
      (
        "", "GP practices were the unit of randomisation.",
        ["cluster-randomised-trial", "randomised-trial"], []
      ),
      (
        "", "The study used a non-randomised, waiting-list controlled design.",
        ["non-randomised-trial"], ["randomised-trial"]
      ),
      (
        "", "This paper describes the protocol of a cluster RCT testing a peer-led intervention.",
        ["protocol", "cluster-randomised-trial", "randomised-trial"], []
      ),
      ("", "Medical records of 540 patients were reviewed retrospectively.", ["cohort"], []),
      (
        "",
        "Data came from the baseline wave of a national survey; associations were examined with logistic regression.",
        ["cross-sectional"], []
      ),
      (
        "",
        "Participants completed measures at baseline and again at the end of the eight-week programme; there was no control group.",
        ["before-after"], []
      ),
      (
        "", "We synthesised qualitative studies using meta-ethnography.", ["systematic-review"],
        ["qualitative"]
      ),
      ("", "This editorial considers the future of lived experience roles.", ["commentary"], []),
      (
        "Annual report 2019",
        "The report summarises two years of activity of the charity's helpline.", ["report"], []
      ),
      ("", "Budget impact was modelled over a five-year horizon.", ["economic-evaluation"], []),
      ("", "Consensus was reached on 32 statements after two Delphi rounds.", ["consensus"], []),
      (
        "", "A multi-site case study design was used with documents, observation and interviews.",
        ["case-study"], []
      ),
      (
        "", "Participants were allocated by day of the week to one of two groups.", [],
        ["randomised-trial"]
      ),
      (
        "", "Randomisation was stratified by site; allocation was concealed.", ["randomised-trial"],
        []
      ),
      (
        "", "We compared outcomes before and after the introduction of peer workers.",
        ["before-after"], []
      ),
      (
        "Peer support for depression: systematic review and meta-analysis",
        "The systematic review protocol was registered in PROSPERO. Nineteen RCTs were pooled using a random-effects model.",
        ["systematic-review", "meta-analysis"], ["randomised-trial", "protocol"]
      ),
      ("Recovery in the town", "Applicants need lived experience of mental illness.", [], []),
      ("Lived experience at work", "Lived experience is an asset.", [], ["qualitative"]),
      ("Hiring in the county", "Lived experience is preferred for this post.", [], ["qualitative"]),
      ("The peer workforce", "Job descriptions ask for lived experience.", [], ["qualitative"]),
      (
        "A drop-in for men", "Men with lived experience of prison run the drop-in.", [],
        ["qualitative"]
      ),
      (
        "Recovery coaches", "All coaches are in recovery and talk about their lived experiences.",
        [], ["qualitative"]
      ),
      (
        "A council of young people", "The theme of the next meeting is housing.", [],
        ["qualitative"]
      ),
      ("Training for peers", "The course covers storytelling and boundaries.", [], ["qualitative"]),
      ("A leaflet for parents", "The leaflet builds on formative work.", [], ["qualitative"]),
      (
        "Grief after suicide", "We explored the lived experience of bereaved parents.",
        ["qualitative"], []
      ),
      (
        "Being a doula", "This study describes the lived experiences of doulas in prisons.",
        ["qualitative"], []
      ),
      ("A helpline for fathers", "The pilot study ran for a year.", [], ["before-after"]),
      ("A pilot study of peer mentors", "Mentors met students.", [], ["before-after"]),
      (
        "A budget for peers", "Supervision costs five pounds per head.", [], ["economic-evaluation"]
      ),
      (
        "The price of training", "The course costs 90 euros for each mentor.", [],
        ["economic-evaluation"]
      ),
      ("Minutes of a board", "The costs of travel were discussed.", [], ["economic-evaluation"]),
    ] as [(String, String, Set<String>, Set<String>)])
  func `designs are distinguished from mere mentions`(
    title: String, text: String, expected: Set<String>, unexpected: Set<String>
  ) {
    let found = Set(codes(appraise(text, title: title).method))
    withKnownIssue("still wrong") {
      #expect(found.isSuperset(of: expected))
      #expect(found.isDisjoint(with: unexpected))
    } when: {
      Self.stillWrong.contains(text)
    }
  }
}
