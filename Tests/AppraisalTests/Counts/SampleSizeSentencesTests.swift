import Appraisal
import Literature
import Testing

/// Sentences that state how many took part; any of the listed numbers is right, `nil` if none is.
struct SampleSizeSentencesTests {
  /// Sentences that the model gets wrong.
  private static let stillWrong: Set<String> = [
    "Five hundred women were approached; 431 agreed, and 402 completed baseline assessment and were randomised.",
    "Of 36 dyads recruited, 30 completed the programme.",
    "The aim was to interview 30 mentors, and 27 mentors were interviewed.",
    "Others have followed 75 fathers. In this study, we followed 31 fathers.",
    "Participants are 1,730 pupils of 12 schools.",
    "Seventy-eight per cent (n=312) of the 400 invited clients responded.",
    "It is estimated that 384 participants are needed.",
    "Nineteen mentees completed interviews. A further eight mentors were interviewed.",
    "A total of 380 doctors were invited by email to complete a survey; 141 responded.",
    "Seventy experts took part in the first round and 62 in the second.",
    "In all, 48 panellists answered in round one and 41 in round two.",
    "Ninety nurses completed the survey at baseline and 74 at follow-up.",
  ]

  @Test(arguments: [
    Case(
      "In this trial, 2 431 adults with hypertension were randomly assigned to text messages or usual care.",
      [2431]),
    Case("A total of 12\u{202F}640 women were enrolled between 2009 and 2012.", [12640]),
    Case("A total of 12\u{00A0}640 women were enrolled between 2009 and 2012.", [12640]),
    Case("A sample of 240 was planned, but 198 adults took part and were randomised.", [198]),
    Case("Sixty nurses were planned; 52 nurses were recruited and trained.", [52]),
    Case("We recruited 1.348 patients from 14 centres in Germany.", [1348]),
    Case("We recruited 1'348 patients from 14 centres in Switzerland.", [1348]),
    Case("We recruited 1,348 patients from 14 centres in Canada.", [1348]),
    Case("A total of 1 234 567 people were included in the registry cohort.", [1_234_567]),
    Case("One thousand two hundred and forty-two men took part.", [1242]),
    Case("Four hundred twelve students completed the questionnaire.", [412]),
    Case("One hundred participants were randomized to either group.", [100]),
    Case("A hundred and twenty mothers were enrolled.", [120]),
    Case("Thirty\u{2010}six women with lupus were recruited from two clinics.", [36]),
    Case("Sixty–four patients were randomized.", [64]),
    Case("Two dozen peer mentors were interviewed.", [24]),
    Case("The sample comprised 58 carers (41 women, 17 men).", [58]),
    Case("Methods: n=86 adults with COPD attended eight sessions.", [86]),
    Case("Adults with COPD (n = 86) attended eight sessions.", [86]),
    Case("Participants (N=1,204) were recruited online.", [1204]),
    Case("Participants (n = 1 204) were recruited online.", [1204]),
    Case(
      "Participants: 64 adults (mean age 54.3 years, SD 11.2; 61% female) with chronic pain.", [64]),
    Case("The final sample consisted of 137 nurses.", [137]),
    Case("We hope to enroll 260 into one of three groups.", [260]),
    Case("The investigators plan to recruit 480 from six towns.", [480]),
    Case("Each class has 15 pairs of friends, for a total of 360.", [360]),
    Case("A cohort of 2200 (unvaccinated) students will be followed for a year.", [2200]),
    Case("Our sample size of 1,850 allows for clustering.", [1850]),
    Case("There are six colleges with 40 students each; thus, the total sample = 240.", [240]),
    Case("Participants are 1,730 pupils of 12 schools.", [1730]),
    Case("The programme was offered for a total of 12 weeks.", [nil]),
    Case("In this study, 186 adolescents meeting the criteria will be randomized.", [186]),
    Case("The investigators will recruit 90 older participants meeting criteria for COPD.", [90]),
    Case("A sample size of 54 patients will be enrolled in three groups, eighteen each.", [54]),
    Case("Mentors recruited from 20 to 30 clinics.", [nil]),
    Case("Data from 2,118 veterans were analysed.", [2118]),
    Case("Data were available for 812 of the 930 participants enrolled.", [930, 812]),
    Case("Of 412 approached, 387 were randomised.", [387]),
    Case(
      "Of the 412 patients approached, 387 (94%) agreed to take part and were randomised.", [387]),
    Case(
      "Of 1,902 people screened for eligibility, 610 were eligible and 455 were randomised (227 to peer coaching, 228 to usual care).",
      [455]),
    Case(
      "We screened 231 patients, of whom 120 were randomised; 101 completed the 12-month follow-up.",
      [120]),
    Case(
      "Between May 2010 and June 2011, 340 patients were assessed for eligibility and 212 were randomly allocated.",
      [212]),
    Case(
      "A total of 198 participants were randomised and 183 were included in the final analysis.",
      [198]),
    Case(
      "300 patients were invited; 150 consented and were randomised to the intervention (n=75) or control (n=75).",
      [150]),
    Case("Sixty-one of 74 eligible patients agreed to participate.", [61]),
    Case("Out of 95 invited peer workers, 67 answered the survey.", [67]),
    Case("Seventy-eight per cent (n=312) of the 400 invited clients responded.", [312, 400]),
    Case("The response rate was 62% (248/400).", [248, 400, nil]),
    Case(
      "Patients were randomly assigned to the peer group (n = 101) or the control group (n = 99).",
      [200, nil]),
    Case(
      "One hundred and one patients received coaching and 99 received usual care.", [200, nil, 101]),
    Case(
      "Participants were 120 adults: 60 in the intervention arm and 60 in the control arm.", [120]),
    Case(
      "Women were allocated to doula care (n=112), usual care (n=109), or lay support (n=110), giving a total of 331 participants.",
      [331]),
    Case("We randomized 90 patients 2:1 to peer navigation (n=60) or standard care (n=30).", [90]),
    Case("We enrolled 64 patient–caregiver dyads from five hospices.", [64, 128]),
    Case("Twenty-four schools (3,112 pupils) were randomised.", [3112]),
    Case("Twenty-four schools with 3112 pupils were randomised.", [3112]),
    Case(
      "We randomised 12 villages to the intervention and 12 to control; 1,870 households were surveyed.",
      [1870, nil]),
    Case("The trial took place at 14 sites in 3 countries.", [nil]),
    Case(
      "Forty clinics were randomised. In all, 5,230 patients were enrolled at these clinics.",
      [5230]),
    Case("Fifteen focus groups were held with 98 adolescents.", [98]),
    Case(
      "We held 15 focus groups (n = 98 adolescents) and 12 interviews with teachers.", [98, 110]),
    Case(
      "Four focus groups with a total of 31 peer supporters and 9 interviews with managers were conducted.",
      [40, 31]),
    Case("Interviews were held with 20 peer workers and their five supervisors.", [25]),
    Case("We interviewed 12 peer workers, eight clinicians and six managers.", [26]),
    Case(
      "Thirty semi-structured interviews were carried out with people who had used the service.",
      [30]),
    Case("Thirty semi-structured interviews were conducted.", [30, nil]),
    Case("In-depth interviews were conducted with 14 women and 9 men living with HIV.", [23]),
    Case("We conducted 22 interviews with peers (n = 14) and staff (n = 8).", [22]),
    Case("A purposive sample of 17 service users took part in qualitative interviews.", [17]),
    Case("Seventeen people with lived experience took part in the evaluation.", [17]),
    Case("The intervention was delivered by 12 trained peer mentors over 6 months.", [nil, 12]),
    Case("The 36-item questionnaire was completed in 20 minutes.", [nil]),
    Case("Depression affects 300 million people worldwide.", [nil]),
    Case("In 2016, 36.7 million people were living with HIV.", [nil]),
    Case("Previous trials have shown benefits in 2,500 patients.", [nil]),
    Case(
      "A previous study of 420 patients found no effect. We analysed the experience of 38 adults with stroke.",
      [38]),
    Case("Participants received 30 minutes of coaching 3 times a week for 12 weeks.", [nil]),
    Case("Mean HbA1c fell from 8.7% to 7.9% (95% CI 0.4 to 1.2; p<0.001) at 12 months.", [nil]),
    Case("Adults aged 18-65 years were eligible.", [nil]),
    Case("The hotline received 4,210 calls in 2019.", [nil]),
    Case("Patients with CD4 counts below 350 cells were included.", [nil]),
    Case("1 in 4 people will have a mental health problem in any year.", [nil]),
    Case("We aim to recruit 240 participants (120 per arm).", [240]),
    Case(
      "A sample size of 160 patients will give 80% power to detect a difference of 5 points.", [160]
    ),
    Case("Target enrolment is 500 women with HIV.", [500]),
    Case("Eligible patients (N=200) will be randomised in a 1:1 ratio.", [200]),
    Case("The study will enrol up to 60 people who inject drugs.", [60]),
    Case("Up to 80 dyads will be recruited.", [80, 160]),
    Case("Planned sample: 96 young people aged 16-25.", [96]),
    Case(
      "We searched six databases. Eighteen trials with 4,327 participants were included.", [4327],
      title: "Peer support: a systematic review"),
    Case(
      "Two hundred and six patients with heart failure were allocated to telephone support or standard follow-up.",
      [206]),
    Case("The study population consisted of 3\u{2009}456 nurses in 24 hospitals.", [3456]),
    Case("Complete data were obtained from 1 089 adolescents.", [1089]),
    Case("We obtained completed surveys from 76 peer specialists (response rate 41%).", [76]),
    Case("Ninety-eight of 143 eligible mothers (69%) consented to the study.", [98]),
    Case("In total 57 people, including 23 peer workers, took part in 8 focus groups.", [57]),
    Case("Eleven volunteers were interviewed twice, giving 22 interviews.", [11]),
    Case(
      "Five hundred women were approached; 431 agreed, and 402 completed baseline assessment and were randomised.",
      [402]),
    Case(
      "After screening 880 patients, 240 were enrolled and randomly assigned to one of three arms (80 per arm).",
      [240]),
    Case("Eighty patients per arm will be recruited, 160 in total.", [160]),
    Case("It is estimated that 384 participants are needed.", [384]),
    Case("A convenience sample of 52 caregivers completed the questionnaire.", [52]),
    Case("The mean age of the 67 participants was 48 years.", [67]),
    Case("All 19 members of the group were asked to keep a diary.", [19]),
    Case("Peer supporters made 2,304 calls to 288 patients.", [288]),
    Case("The programme reached 14,000 households in 210 villages.", [14000, nil]),
    Case("We report on 1 patient.", [nil, 1]),
    Case("The app was downloaded 25,000 times.", [nil]),
    Case(
      "Over 24 weeks, HbA1c was measured in 113 participants, 59 of whom had a peer coach.", [113]),
    Case("Qualitative interviews (n=27) were conducted with staff and residents.", [27]),
    Case("A survey of 1500 households found that 12% were food insecure.", [1500]),
    Case("In the UK, 850,000 people live with dementia.", [nil]),
    Case("Of 36 dyads recruited, 30 completed the programme.", [36]),
    // Those who were asked, and those who took part.
    Case("Of 740 eligible mothers, 518 were enrolled.", [518]),
    Case("Of the 96 carers approached, 71 agreed to take part.", [71]),
    Case("Among 1,150 pupils invited, 803 answered the questionnaire.", [803]),
    Case("Sixty-two of the 90 nurses invited took part.", [62]),
    Case("Twenty-six of the 31 managers approached were interviewed.", [26]),
    Case("We assessed 410 patients for eligibility; 156 patients were randomised.", [156]),
    Case("We screened 233 smokers and randomised 101 of them.", [101]),
    Case("Out of 58 members invited, 43 completed the survey.", [43]),
    // Planned and reached.
    Case("We planned to enrol 350 adults. In the end, 298 adults were enrolled.", [298]),
    Case("The target was 80 couples; 66 couples were recruited.", [66]),
    Case("A sample of 180 students was needed. We recruited 191 students.", [191]),
    Case("The aim was to interview 30 mentors, and 27 mentors were interviewed.", [27]),
    // Studies of others.
    Case(
      "A survey of 3,200 doctors by Miller et al. found burnout. We surveyed 140 doctors.", [140]),
    Case(
      "Earlier work with 900 pupils showed gains. We enrolled 220 pupils in four schools.", [220]),
    Case("Others have followed 75 fathers. In this study, we followed 31 fathers.", [31]),
    Case("A review of 14 trials (2,870 patients) found small effects. We randomised 96 men.", [96]),
    // Parts that have another verb.
    Case("We enrolled 88 women, and 79 women were followed for a year.", [88]),
    Case("A total of 300 men were randomised, and 271 men were analysed.", [300]),
    Case("The cohort included 410 families and 1,230 children.", [410, 1230]),
    Case("The course had 72 students, 36 in each class.", [72]),
    // Two groups in two sentences.
    Case("Fifteen navigators were interviewed. Nine managers were also interviewed.", [24]),
    Case(
      "We held focus groups with 32 tenants. In addition, six housing officers were interviewed.",
      [38]),
    Case("Interviews were conducted with 20 mothers. Seven midwives took part as well.", [27]),
    Case("Nineteen mentees completed interviews. A further eight mentors were interviewed.", [27]),
    Case("We interviewed 26 patients. Ten nurses were interviewed.", [36]),
    Case("Participants were 14 peer workers. Five supervisors took part, too.", [19]),
    Case("Thirty-five widows took part. Twelve of them were also interviewed.", [35]),
    Case("We surveyed 260 tutors. Fifteen tutors were also interviewed.", [260]),
    Case("We randomised 150 adults. Ten mentors were also interviewed.", [150]),
    Case("Fifty carers took part. Twelve women were also interviewed.", [50]),
    // People who were asked by mail.
    Case("We mailed a questionnaire to 700 tenants. Of these, 233 returned it.", [233]),
    Case(
      "A total of 380 doctors were invited by email to complete a survey; 141 responded.", [141]),
    Case("Letters were posted to 1,500 mothers, of whom 310 agreed to take part.", [310]),
    Case("Questionnaires were sent to 520 widows. Replies were received from 187 widows.", [187]),
    Case("The link was emailed to 2,300 students, and 415 students completed the survey.", [415]),
    Case("Surveys were mailed to all 610 members; 298 (49%) were returned.", [298]),
    // The same people at two times.
    Case("Seventy experts took part in the first round and 62 in the second.", [70]),
    Case("In all, 48 panellists answered in round one and 41 in round two.", [48]),
    Case("Ninety nurses completed the survey at baseline and 74 at follow-up.", [90]),
  ])
  func `the number of participants is found`(_ told: Case) {
    let found = appraise(told.text, title: told.title).sampleSize.first?.value
    withKnownIssue("still wrong") {
      #expect(told.expected.contains(found))
    } when: {
      Self.stillWrong.contains(told.text)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var title: String
    var expected: [Int?]

    init(_ text: String, _ expected: [Int?], title: String = "") {
      self.text = text
      self.title = title
      self.expected = expected
    }

    var testDescription: String { text }
  }
}
