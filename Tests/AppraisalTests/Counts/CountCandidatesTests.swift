import Appraisal
import Testing

/// Which numbers are candidates for the sample size, whatever their weights.
struct CountCandidatesTests {
  @Test(arguments: [
    // An age between the number and its noun.
    ("We will randomise 348 18 to 30-year-old men to two groups.", 348),
    ("The club had 45 12-year-old girls.", 45),
    // A long bracket between the number and its noun.
    (
      "A total of 40 obese (defined as a body mass index above the 95th percentile for age and sex "
        + "in the national survey) children will take part.", 40
    ),
    // The upper end of a range.
    ("Investigators aim for 60-80 participants.", 80),
    ("We surveyed 1,500 - 2,500 people.", 2500),
    // People who belong to those counted before.
    ("Fifty physicians and 500 of their patients were recruited.", 500),
    // An acronym after the name of a study.
    ("This is a trial of 250 NH with hypertension.", 250),
    // What a bracket before the number says is not about it.
    ("To show this (100% completion in previous trials), 24 patients will be required.", 24),
    ("We recruited a minimum of 500 per arm in a three-arm study.", 1500),
    ("Number of mentors recruited: 12. Number of peers recruited = 50.", 50),
    // Arms of equal size.
    ("Women were randomised to a doula or usual care, in two groups of 20 each.", 40),
    ("The trial has three arms. We will randomise 30 patients each.", 90),
    ("Women were randomised to a doula or usual care, 25 women each.", 50),
    ("We recruited 20 patients per arm.", 40),
    ("Fifty carers each will be recruited in the intervention and control groups.", 100),
    // A time that is no rate.
    ("We interviewed 20 patients a year later.", 20),
    ("We interviewed 30 men in a week.", 30),
    ("Forty patients each met peer mentors.", 40),
    // To study is not a study with a number.
    ("We will study 42 adults with depression.", 42),
    ("The aim is to study 60 healthy women.", 60),
    ("In this study 120 patients met a mentor.", 120),
    // A bracket that divides the number.
    ("There will be 192 (48 per year) delinquent young men.", 192),
    ("The power is sufficient with 50 (25 in each group) adults.", 50),
    // People named after their country.
    ("In all, 56 HIV-infected Kenyans were randomised.", 56),
    ("We interviewed 31 older African Americans.", 31),
    ("Mentors were tested in a 160-person randomised trial.", 160),
  ])
  func `a number that counts people is a candidate`(text: String, expected: Int) {
    #expect(values(text).contains(expected))
  }

  @Test(arguments: [
    ("The study will enrol 208 adolescents (104 in each arm), and 602 scholars.", 810),
    ("There will be 248 adolescents and 248 of their caregivers.", 496),
    ("A total of 107 children had hepatitis. A control group of 59 patients was matched.", 166),
    ("We will recruit a cohort of 100 women. Later, another cohort of 90 women will follow.", 190),
    (
      "Clinics were randomised to mentors (9 clinics, 412 patients) or usual care (9 clinics, 398 "
        + "patients).", 810
    ),
    ("We compared 143 patients who met a navigator with 290 who did not.", 433),
    ("In the study, 143 patients who met a navigator were compared with 290 patients.", 433),
    (
      "Fifteen adults who are 65 or older will be randomized to receive all 3 components and 15 to "
        + "receive only one.", 30
    ),
    ("In this phase, 364 patients will be assigned to each of the two arms.", 728),
    ("Ill were 13.8% of 1049 adults in one country and 13.9% of 201 adults in another.", 1250),
    (
      "Retention rates were 85% (176 of 208) for control and 84% (163 of 195) for intervention "
        + "churches.", 403
    ),
    (
      "Follow-up was complete for 90% (45/50) in the control group and 94% (47/50) in the other "
        + "group.", 100
    ),
    // A bracket with a semicolon between the groups.
    (
      "Nine participants with social anxiety disorder (mean = 21.0; SD = 1.4) and 11 participants "
        + "with no condition took part.", 20
    ),
  ])
  func `groups without a total have a sum`(text: String, expected: Int) {
    #expect(values(text).contains(expected))
  }

  @Test(arguments: [
    // The denominators of those who were asked are less than all participants.
    (
      "We enrolled 420 adults. Replies were 85% (176 of 208) for control and 84% (163 of 195) for "
        + "intervention churches.", 403
    ),
    // No arms.
    ("Rates were 85% (176 of 208) in spring and 84% (163 of 195) in autumn.", 403),
    // A count of which the text says that it is a part of the other.
    ("Forty carers were recruited and 36 carers (90%) attended all six sessions.", 76),
    ("Forty carers were recruited and 36 carers attended all six sessions.", 76),
    ("Thirty-three people were recruited and 30 people (91%) completed it.", 63),
  ])
  func `other numbers have no sum`(text: String, unexpected: Int) {
    #expect(!values(text).contains(unexpected))
  }

  @Test(arguments: [
    ("Thirty mothers were enrolled and 12 fathers participated.", 42),
    ("Thirty patients received a drug and 28 patients were given placebo.", 58),
  ])
  func `groups with verbs of their own are added`(text: String, expected: Int) {
    #expect(values(text).contains(expected))
  }

  @Test(arguments: [
    ("We included 38 papers (n = 38).", 38),
    ("Of the 27 randomised clusters, 13 had mentors.", 27),
    ("We randomise zones of health workers (66 in total).", 132),
    ("Venues were randomised into 12 control versus 12 intervention halls.", 24),
    ("In all, 24 total in-person visits will be held.", 24),
    ("Community health centres (CHCs) took part in a trial of 10 CHCs.", 10),
    ("The 2020's twin crises hit families.", 2020),
    ("We enrolled 1,388 students at baseline, 557 of whom completed it.", 1945),
    ("Forty-five patients were enrolled; 18 received the drug.", 63),
    ("Of 349 patients randomised, 348 received the drug.", 697),
    // The people of a study that is only mentioned.
    ("Evaluations, including one of 2,250 people, found less loneliness.", 2250),
    ("We know of trials such as one of 640 adults.", 640),
    // No number of arms is stated, or none is meant.
    ("Our workers see twelve clients each.", 24),
    ("A caseload of 11 people per worker is enough.", 22),
    ("Three workers support 20 people each.", 40),
    ("There are two groups. Elsewhere we wrote a policy. Workers see 20 people each.", 40),
    // Rates, shares and times of day.
    ("A caseload of 11 people per worker is enough.", 11),
    ("We give 16 families to each health worker.", 16),
    ("There is one peer for every 25 patients.", 25),
    ("The service sees 250 patients a year on three wards.", 250),
    ("Each worker sees 10 people a week.", 10),
    ("Nine out of 10 members agree.", 10),
    ("She is one of 200 people we helped.", 200),
    ("Home visits after 6 pm need two workers.", 6),
    ("In area 40 two workers are needed.", 40),
    // The next line of a list.
    ("Completed by 143\nPeer workers in post: 14.5", 143),
    ("Number of people who completed: 143", 143),
    // Names of studies, and the size of a single group.
    ("The mentors of study 42 adults know are old.", 42),
    ("Each woman joined a 25-person online support group.", 25),
    ("Members met in 12-person, closed groups.", 12),
    // Those who replied are some of those who were asked.
    ("We sent a questionnaire to 420 members, and 133 members replied.", 553),
    // People who are served are not added to those who serve them.
    ("We will recruit 20 peer workers and reach 1,000 people.", 1020),
  ])
  func `a number that counts something else is not a sample size`(text: String, unexpected: Int) {
    #expect(!values(text).contains(unexpected))
  }

  @Test(arguments: [
    (
      "This is a case-control study nested in a programme cohort of 2,318 patients.", 2318,
      "nestedBefore"
    ),
    ("It was part of a larger survey of 900 women.", 900, "nestedBefore"),
    ("We included 26 studies in this review (2,367 participants).", 2367, "afterStudies"),
    ("Nine randomised trials (1,204 adults) were pooled.", 1204, "afterStudies"),
    ("We supported 412 people last year.", 412, "served"),
    ("We sent the questionnaire to 500 members and 164 replied.", 500, "approached"),
    ("We sent the questionnaire to 500 members and 164 replied.", 164, "tookPart"),
    ("The lunch was cooked by 30 volunteers.", 30, "noDesign"),
  ])
  func `the words before a number say which study its people are in`(
    text: String, value: Int, feature: String
  ) {
    let found = Appraiser().counts(of: sample(text)).counts.first { $0.value == value }
    #expect(found?.features[feature] == 1)
  }

  private func values(_ text: String) -> [Int] {
    Appraiser().counts(of: sample(text)).counts.map(\.value)
  }
}
