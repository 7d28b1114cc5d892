import Appraisal
import Literature
import Testing

/// Studies of named authors, studies of people who do not exist, and designs that are only named.
///
/// Training leaves these sentences out, so that they test it.
struct OtherStudiesFamilyTests {
  @Test(arguments: [
    "A randomised trial by Smith enrolled 300 people.",
    "The trial by Jones recruited 120 mothers.",
    "In a study by Brown and Lee, 45 prisoners were interviewed.",
    "A study conducted by Okello followed 800 adults.",
    "The review by Garcia included 2,500 patients.",
    "An evaluation by Miller surveyed 150 nurses.",
    "As the trial reported by Chen shows, 90 veterans stayed in care.",
    "A report by Ndlovu counted 400 clients.",
    "According to the study by Ahmed, 60 women met mentors.",
    "A paper by Novak describes 75 carers.",
  ])
  func `the participants of a study with a named author are not counted`(text: String) {
    #expect(appraise("\(text) Peers need pay.").effective(count: .sampleSize) == nil)
  }

  @Test(arguments: [
    ("This trial by Smith and colleagues enrolled 300 people.", 300),
    ("Our study by telephone enrolled 300 people.", 300),
    ("The study by March 2019 had enrolled 120 adults.", 120),
    ("A trial led by peers enrolled 64 adults.", 64),
    ("The study enrolled 210 adults by Easter.", 210),
  ])
  func `the participants of a study without an author are counted`(text: String, count: Int) {
    #expect(appraise(text).effective(count: .sampleSize) == count)
  }

  @Test func `a trial of a named author is not the design of a comment`() {
    let text = "A randomised trial by Smith enrolled 300 people. We argue that peers need pay."
    #expect(codes(appraise(text).method) == ["commentary"])
  }

  @Test(arguments: [
    ("In a study by Brown and Lee, 45 prisoners were interviewed.", "qualitative"),
    ("The trial by Jones randomised mothers to a mentor or to usual care.", "randomised-trial"),
    ("An evaluation by Miller surveyed 150 nurses.", "cross-sectional"),
    ("A study by Okello was a cohort study of mentors.", "cohort"),
  ])
  func `the design of a study with a named author is not given`(text: String, code: String) {
    #expect(!codes(appraise("\(text) Peers need pay.").method).contains(code))
  }

  @Test(arguments: [
    "We simulated a hypothetical cohort of 10,000 adults.",
    "A Markov model followed a hypothetical cohort of 10,000 adults over 30 years.",
    "Costs were estimated for a simulated cohort of 1,000 women.",
    "A hypothetical cohort of 500 nurses was compared with usual care.",
    "We modelled a hypothetical birth cohort of 8,000 infants.",
    "The model tracked 5,000 hypothetical patients over 20 years.",
    "A virtual population of about 20,000 people was modelled.",
    "In each run, 2,000 simulated patients entered the model.",
    "A synthetic population of 4,000 households was created.",
    "The Markov cohort model had five states.", "A cohort simulation compared the strategies.",
    "Two hypothetical cohorts were compared in the model.",
  ])
  func `people who do not exist are neither participants nor a cohort`(text: String) {
    let facets = appraise(text)
    #expect(facets.effective(count: .sampleSize) == nil)
    #expect(!codes(facets.method).contains("cohort"))
  }

  @Test(arguments: [
    ("A cohort of 120 adults was followed for two years.", 120),
    ("We followed 300 adults, and costs were modelled.", 300),
    ("Nurses rated a hypothetical patient; 45 nurses took part.", 45),
  ])
  func `real people are counted beside models`(text: String, count: Int) {
    #expect(appraise(text).effective(count: .sampleSize) == count)
  }

  @Test(arguments: [
    ("Participants completed ACASI interviews.", "qualitative"),
    ("Data were collected in A-CASI interviews on sexual behaviour.", "qualitative"),
    ("Interviews with standardized instruments were held at baseline.", "qualitative"),
    ("Standardised interviews were conducted with 90 women.", "qualitative"),
    (
      "We will be conducting interviews through auditory computer-assisted self-interviewing.",
      "qualitative"
    ),
    (
      "The design does not align with the typical NIH-funded randomized control trial (RCT) model.",
      "randomised-trial"
    ),
    ("The programme does not fit a traditional randomised controlled trial.", "randomised-trial"),
    (
      "The typical randomised controlled trial (RCT) does not suit this programme.",
      "randomised-trial"
    ),
    ("Classical randomised trials exclude older people.", "randomised-trial"),
    ("A randomized, controlled, open-label trial compared two drugs.", "non-randomised-trial"),
    ("A randomized, controlled, open-label trial compared two drugs.", "before-after"),
    ("The study is a randomised open-label trial of two vaccines.", "non-randomised-trial"),
    ("A multicentre, randomised, open label trial of two drugs.", "non-randomised-trial"),
    ("A multicentre, randomised, open label trial of two drugs.", "before-after"),
  ])
  func `designs that a document does not have are not given`(text: String, code: String) {
    #expect(!codes(appraise(text).method).contains(code))
  }

  @Test(arguments: [
    ("We held semi-structured interviews with 20 mentors.", "qualitative"),
    ("A randomized, controlled, open-label trial compared two drugs.", "randomised-trial"),
    ("This is a non-randomised open-label trial of two drugs.", "non-randomised-trial"),
    ("This is an open-label study of one drug with a control group.", "non-randomised-trial"),
  ])
  func `designs beside such words are given`(text: String, code: String) {
    #expect(codes(appraise(text).method).contains(code))
  }
}
