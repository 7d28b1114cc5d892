import Appraisal
import Literature
import Testing

/// Families of wording that state the number of participants, or some other number.
///
/// Training leaves these sentences out, so that they test it.
struct SampleSizeFamilyTests {
  /// Sentences that the model gets wrong.
  private static let stillWrong: Set<String> = [
    "Others have interviewed 60 mentors. We held focus groups with 33 mentors.",
    "Trials with 7,000 women support doulas. This study recruited 48 women.",
    "We aimed to enrol 60 mentors and enrolled 48 mentors.",
    "We randomised 25 adults to coaching and 27 to a waiting list.",
    "Peer workers (N = 23) kept diaries for a month.",
    "Expert patients (EPs) led groups. Interviews were held with 14 EPs.",
    "Twenty patients completed interviews. A further ten clinicians took part in one.",
    "A total of 450 nurses were invited by email to complete a survey; 133 responded.",
    "We wrote to 90 managers, and 34 managers were interviewed.",
    "The questionnaire was distributed to 330 pupils and completed by 301 pupils.",
    "Sixty-one experts took part in round one and 52 in round two.",
    "Eighty people answered in the first round and 66 in the second round.",
    "A panel of 32 experts rated 60 statements in two rounds.",
    "In round 1, 101 respondents rated 45 items; 90 respondents completed round 2.",
    "Fifty nurses completed the survey in wave one and 44 in wave two.",
  ]

  @Test(arguments: [
    ("The study will be conducted in approximately 468 HIV-1 infected ART-naive subjects.", 468),
    ("We enrolled 468 HIV-1 infected adults.", 468),
    ("We enrolled 96 HIV-1-infected adults.", 96),
    ("We randomised 120 HIV-1 positive women to a mentor.", 120),
    ("We will enrol 240 HIV-2 infected adults.", 240),
    ("We interviewed 36 HTLV-1 positive adults.", 36),
    ("We recruited 300 COVID-19 patients.", 300),
    ("We enrolled 72 HSV-2 seropositive women.", 72),
    ("We enrolled 85 type-2 diabetes patients.", 85),
    ("A total of 150 HIV-1 negative men were randomised.", 150),
  ])
  func `a number in the name of a disease does not hide the people`(text: String, count: Int) {
    #expect(appraise(text).effective(count: .sampleSize) == count)
  }

  @Test(arguments: [
    // A long phrase between the number and its noun.
    ("Twenty-seven pre- and postmenopausal women were randomized to oats or wheat.", 27),
    ("Four hundred previously inactive but healthy adults were enrolled in the trial.", 400),
    ("We will enroll 120 HIV+ adults in two clinics.", 120),
    ("We randomly assigned 532 young (aged 30 years or less) men to a mentor or a leaflet.", 532),
    ("We will recruit 252 English and Spanish speaking patients with gout.", 252),
    ("A total of 600 asymptomatic at-risk adults were enrolled in the trial.", 600),
    (
      "Two hundred and seventy (270) adults with gout were randomised to coaching or leaflets.", 270
    ),
    // Acronyms that the text defines.
    (
      "Homeless female offenders (HFOs) were invited. We randomly assigned 130 HFOs to mentors or "
        + "leaflets.", 130
    ),
    ("Caregivers (CGs) were mentored. A total of 84 CGs were enrolled.", 84),
    ("Affected family members (AFMs) took part. We interviewed 48 AFMs.", 48),
    // A number in a name.
    ("In SWOG 0307, 6097 women were randomly assigned to one of three drugs.", 6097),
  ])
  func `the number is found`(text: String, expected: Int) { check(text, expected) }

  @Test(arguments: [
    ("Forty-four women were randomised to mentoring; 47 to the waiting list.", 91),
    ("In all, 120 patients received calls and 118 the usual care.", 238),
    ("Seventy adults were assigned to walking and 68 to stretching.", 138),
    ("The groups consisted of 22 and 21 patients, respectively.", 43),
    ("We compared 33 experimental and 37 control schoolchildren.", 70),
    ("The sample had 640 rural (75%) and 214 urban mothers.", 854),
    ("Diaries were collected from 318 and 305 students in the two arms.", 623),
    ("One group consisted of 31 patients, and the other group consisted of 29 patients.", 60),
    (
      "Fear was lower among the 412 nurses assigned to mentors than the 405 nurses assigned to "
        + "leaflets.", 817
    ),
    ("We interviewed 12 current and 9 former mentors.", 21),
  ])
  func `groups without a total are added`(text: String, expected: Int) { check(text, expected) }

  @Test(arguments: [
    ("A total of 130 patients were enrolled, and 128 patients were included in the analysis.", 130),
    ("Survivors (N = 1477) completed surveys. A subsample (n = 362) wore a sensor.", 1477),
    ("It was planned to enrol 816 patients. In the end, 407 patients were randomly assigned.", 407),
    ("We needed 130 patients per arm. From 2004 to 2008, 139 patients were randomised.", 139),
    ("We randomised 210 adults, and 195 adults were analysed.", 210),
    ("Between 20 and 30 patients were seen each day. We enrolled 85 patients.", 85),
  ])
  func `parts and plans are not added`(text: String, expected: Int) { check(text, expected) }

  @Test(arguments: [
    ("We enrolled 180 adults: 95 met a mentor and 85 did not.", 180),
    ("There were 61 women and 39 men, so that 100 people took part.", 100),
    ("Seventy-two carers took part (40 daughters and 32 sons).", 72),
    ("Of 240 patients, 118 were allocated to coaching and 122 to leaflets.", 240),
    ("The 55 mentors (30 in Leeds, 25 in York) were interviewed.", 55),
    ("We analysed 310 students: 150 pupils of mentors and 160 controls.", 310),
    ("Ninety smokers, 44 with and 46 without a buddy, were followed.", 90),
    ("Participants were 128 veterans (64 per arm).", 128),
    ("Data of 75 mothers (38 intervention, 37 control) were analysed.", 75),
    ("The trial had 402 participants, 201 in each group.", 402),
    ("A total of 66 nurses and 34 doctors, 100 in all, answered.", 100),
  ])
  func `a number that is the sum of others is the total`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Patients were randomised to a mentor (n = 40) or to usual care (n = 42).", 82),
    ("Women were randomly assigned to walking (n=31), yoga (n=29) or rest (n=30).", 90),
    ("Patients were randomised to a drug (n = 53), stretching (n = 56) or waiting (n = 54).", 163),
    ("We randomised 25 adults to coaching and 27 to a waiting list.", 52),
    ("Seventy-eight patients were randomly assigned to capecitabine and 78 to placebo.", 156),
    ("Sixty men were allocated to peers, and 58 men were allocated to nurses.", 118),
    ("Participants were randomised to text messages (n = 120) or no messages (n = 118).", 238),
    ("Smokers were randomly allocated to a quit buddy (n = 55) or a leaflet (n = 54).", 109),
    (
      "Mothers were assigned to a doula (n = 112), usual care (n = 109) or a midwife (n = 110).",
      331
    ),
    ("Fifteen patients were randomised to the drug and fourteen to placebo.", 29),
    ("Children received tutoring (n = 33) or none (n = 35), by random allocation.", 68),
  ])
  func `arms are added if no total is stated`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Adults with gout (n = 64) attended six sessions.", 64),
    ("Peer workers (N = 23) kept diaries for a month.", 23),
    ("Carers (n=48) of people with dementia met monthly.", 48),
    ("Students in their first year (N=310) answered online.", 310),
    ("Interviews with managers (n = 9) were transcribed.", 9),
    ("Women living with HIV (n = 1,024) were surveyed.", 1024),
    ("The participants (n=57) walked twice a week.", 57),
    ("Volunteers in hospices (n = 39) were interviewed.", 39),
    ("Methods: Fathers (n = 26) were asked about their groups.", 26),
    ("Older adults (N = 141) were visited at home by volunteers.", 141),
  ])
  func `n in brackets is the number`(text: String, expected: Int) { check(text, expected) }

  @Test(arguments: [
    ("Forty-five of 60 invited women were recruited.", 45),
    ("Of 300 eligible patients, 212 were recruited.", 212),
    ("Seventy of the 95 families approached agreed to take part.", 70),
    ("A total of 118 of 150 eligible clients were enrolled.", 118),
    ("Out of 80 mentors invited, 66 took part in the survey.", 66),
    ("Of the 420 people who were screened, 130 were enrolled.", 130),
    ("Thirty-one of 40 nurses consented and were interviewed.", 31),
    ("Two hundred of 260 eligible men were randomised.", 200),
    ("Among 500 students invited, 344 completed the questionnaire.", 344),
    ("Twelve of the 19 members invited were interviewed.", 12),
  ])
  func `those who took part count, not those who were asked`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("We planned to recruit 200 patients. In all, 164 patients were recruited.", 164),
    ("The target was 120 carers; 97 carers were enrolled.", 97),
    ("A sample of 300 was planned, but 251 women were randomised.", 251),
    ("Power calculations required 80 adults. We enrolled 92 adults.", 92),
    ("We aimed to enrol 60 mentors and enrolled 48 mentors.", 48),
    ("We screened 640 adults and randomised 210 of them.", 210),
    ("After 350 people had been assessed for eligibility, 144 people were randomised.", 144),
    ("Of 1,200 patients screened, 388 patients were randomly assigned.", 388),
    ("Nurses screened 95 mothers; 52 mothers were randomised to two groups.", 52),
    ("A total of 77 men were assessed for eligibility and 41 men were randomly allocated.", 41),
  ])
  func `recruited beats planned, and randomised beats screened`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Smith et al. enrolled 420 patients. We interviewed 18 nurses.", 18),
    ("A review of 5,597 participants found no effect. We randomised 90 adults to two groups.", 90),
    ("In an earlier trial of 300 men, mentors helped. We enrolled 64 men.", 64),
    (
      "Previous work with 1,000 students was promising. In this study, 150 students took part.",
      150
    ),
    ("A survey of 2,400 nurses by Jones et al. showed stress. We interviewed 21 nurses.", 21),
    ("Brown and colleagues followed 800 smokers. We recruited 75 smokers.", 75),
    ("A meta-analysis of 12 trials (3,456 patients) was positive. We enrolled 110 patients.", 110),
    ("A pilot study of 20 carers was published before. Here, 132 carers were randomised.", 132),
    ("Others have interviewed 60 mentors. We held focus groups with 33 mentors.", 33),
    ("Trials with 7,000 women support doulas. This study recruited 48 women.", 48),
  ])
  func `participants of another study are not counted`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Family caregivers (FCGs) were invited. We enrolled 84 FCGs.", 84),
    ("Community health workers (CHWs) kept diaries. A total of 36 CHWs were interviewed.", 36),
    ("Peer support workers (PSWs) were asked. We interviewed 19 PSWs.", 19),
    ("Adolescent girls (AGs) took part. We randomised 240 AGs to clubs or no clubs.", 240),
    ("Men who have sex with men (MSM) were invited. We enrolled 150 MSM.", 150),
    ("Expert patients (EPs) led groups. Interviews were held with 14 EPs.", 14),
    ("People living with HIV (PLHIV) were recruited. In total, 512 PLHIV were enrolled.", 512),
    ("Lay health advisers (LHAs) were trained. Data of 27 LHAs were analysed.", 27),
    ("Young carers (YCs) answered. A total of 61 YCs took part.", 61),
    ("Stroke survivors (SSs) joined clubs. We recruited 45 SSs.", 45),
  ])
  func `acronyms that the text defines name people`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("We enrolled 64 patient–caregiver dyads from five hospices.", 64),
    ("Sixty dyads were randomised to coaching or leaflets.", 60),
    ("A total of 48 couples took part.", 48),
    ("We recruited 110 mother–infant pairs at birth.", 110),
    ("Thirty-two families were interviewed.", 32),
    ("Forty mentor–student pairs met each week; all 40 pairs were followed.", 40),
    ("In total, 25 parent–child dyads were enrolled.", 25),
    ("We will recruit 90 dyads of a patient and a carer.", 90),
    ("Fifty-five couples were randomly assigned to a group or no group.", 55),
    ("The sample consisted of 72 dyads.", 72),
  ])
  func `pairs are counted as stated`(text: String, expected: Int) { check(text, expected) }

  @Test(arguments: [
    ("We randomised 1948 pregnant women to calls or usual care.", 1948),
    ("We enrolled 2012 older adults in ten towns.", 2012),
    ("A total of 1990 low-income mothers took part.", 1990),
    ("2004 eligible patients were randomly assigned to two groups.", 2004),
    ("We interviewed 1967 elderly tenants at home.", 1967),
    ("We recruited 1912 young smokers from schools.", 1912),
    ("The trial enrolled 2050 pregnant adolescents.", 2050),
    ("We surveyed 2016 retired nurses by post.", 2016),
    ("A sample of 1975 rural carers completed the survey.", 1975),
    ("We randomly assigned 2020 adult smokers to coaching or a leaflet.", 2020),
  ])
  func `a number that could be a year counts people`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    "In 1998 pregnant women were offered mentors for the first time.",
    "Since 2012 older adults have met in the club.",
    "From 2010 to 2012 eligible carers could ask for a visit.",
    "By 2015 retired nurses had opened a centre.",
    "In June 2016 young mothers founded the network.",
    "After the floods of 2010 homeless families lived in tents.",
    "Until 1995 unmarried mothers had no support.",
    "During 2020 older people were asked to stay at home.",
  ])
  func `a year before people is a year`(text: String) { check(text, nil) }

  @Test(arguments: [
    (
      "Thirty-three participants were recruited over 6 months and 30 participants (91%) completed "
        + "two or more sessions.", 33
    ),
    ("Forty carers were recruited and 36 carers (90%) attended all six sessions.", 40),
    ("We enrolled 50 veterans, and 45 veterans (90%) completed the course.", 50),
    ("Sixty mothers were enrolled and 54 mothers completed the follow-up.", 60),
    ("A total of 120 adults were enrolled and 96 adults (80%) returned the questionnaire.", 120),
    ("Eighty students were recruited, and 72 students attended at least one session.", 80),
    ("In total, 24 patients were enrolled and 21 patients (87.5%) completed the programme.", 24),
    ("We recruited 200 smokers, and 150 smokers (75%) completed follow-up at one year.", 200),
  ])
  func `those who stayed are a part of those recruited`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    (
      "859 patients (22 clusters) were randomly assigned to home and 594 (22 clusters) to facility "
        + "care.", 1453
    ),
    ("We randomised 412 women (10 villages) to groups and 398 (10 villages) to no groups.", 810),
    (
      "In all, 240 pupils (6 schools) were assigned to mentors and 225 (6 schools) to usual "
        + "lessons.", 465
    ),
    (
      "Of the adults, 130 adults (five churches) were allocated to walking and 118 (five churches) "
        + "to a leaflet.", 248
    ),
  ])
  func `arms with a bracket after each number are added`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("We will enrol 150 probationers over four months.", 150),
    ("We interviewed 26 parolees.", 26),
    ("A total of 84 detainees took part in the survey.", 84),
    ("We interviewed 18 police officers.", 18),
    ("The helpline surveyed 310 callers.", 310),
    ("Sixty amputees were randomised to a visit or a leaflet.", 60),
    ("We recruited 45 retirees from two towns.", 45),
    ("In total, 132 firefighters completed the questionnaire.", 132),
    ("We interviewed 22 asylum seekers and analysed the interviews.", 22),
    ("Two hundred housewives were enrolled.", 200),
    ("We surveyed 96 dietitians.", 96),
    ("Thirty grandmothers were interviewed.", 30),
  ])
  func `uncommon nouns name people`(text: String, expected: Int) { check(text, expected) }

  private func check(_ text: String, _ expected: Int?) {
    let found = appraise(text).sampleSize.first?.value
    withKnownIssue("still wrong") {
      #expect(found == expected)
    } when: {
      Self.stillWrong.contains(text)
    }
  }

  @Test(arguments: [
    ("12 peer workers took part. Eight supervisors were also interviewed.", 20),
    ("Twelve peer workers took part in interviews. Eight supervisors were also interviewed.", 20),
    ("We interviewed 15 mothers. We also interviewed six midwives.", 21),
    ("Focus groups were held with 24 veterans. In addition, five staff were interviewed.", 29),
    ("Twenty patients completed interviews. A further ten clinicians took part in one.", 30),
    ("We interviewed 18 women living with HIV. Seven peer mentors took part as well.", 25),
    ("Sixty clients were interviewed. Eleven peer workers were interviewed, too.", 71),
    ("Interviews with 16 prisoners were conducted. Four officers were also interviewed.", 20),
    ("Twenty-eight adolescents were interviewed. Eight teachers also took part.", 36),
    ("We interviewed 13 doulas. Thirty clients were also interviewed.", 43),
    ("Nine coaches were interviewed. We also interviewed 21 smokers.", 30),
    ("Interviews were held with 17 carers. Six social workers were interviewed.", 23),
    ("Forty carers took part. Ten were also interviewed.", 40),
    ("Forty carers took part. Ten of the carers were also interviewed.", 40),
    ("We surveyed 210 students. Twelve students were also interviewed.", 210),
    ("We randomised 100 patients. Twelve nurses were also interviewed.", 100),
    ("Sixty adults took part. Fourteen men were also interviewed.", 60),
  ])
  func `groups in two sentences are added, parts are not`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("We mailed questionnaires to 800 members. Of these, 312 returned it (39%).", 312),
    ("A total of 450 nurses were invited by email to complete a survey; 133 responded.", 133),
    ("Letters were mailed to 2,000 fathers, of whom 240 agreed to take part.", 240),
    ("Questionnaires were posted to 640 carers. Replies came from 201 carers.", 201),
    ("We emailed 1,500 students an invitation. In all, 420 completed the survey.", 420),
    ("We wrote to 90 managers, and 34 managers were interviewed.", 34),
    ("A survey was sent to 1,100 veterans; 405 veterans responded.", 405),
    ("Invitations were emailed to 260 tutors. Of these, 88 took part.", 88),
    ("The questionnaire was distributed to 330 pupils and completed by 301 pupils.", 301),
    ("By post, 720 widows were invited; 154 widows answered.", 154),
  ])
  func `people who were asked by mail are not counted`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    ("Sixty-one experts took part in round one and 52 in round two.", 61),
    ("Eighty people answered in the first round and 66 in the second round.", 80),
    ("A panel of 32 experts rated 60 statements in two rounds.", 32),
    ("In round 1, 101 respondents rated 45 items; 90 respondents completed round 2.", 101),
    ("Ninety-five carers were interviewed at baseline and 83 at six months.", 95),
    ("Fifty nurses completed the survey in wave one and 44 in wave two.", 50),
  ])
  func `people who took part more than once are counted once`(text: String, expected: Int) {
    check(text, expected)
  }

  @Test(arguments: [
    "There are several hundred people who earn a living on the dump.",
    "The rate of incarceration is 693 people per 100,000.",
    "The trial MA.27 was closed early.",
    "Mentors were compared in SWOG 0307.",
    "In 2015, mentors were rare.",
    "Patients of NSABP B-14 and S9704 are described elsewhere.",
    "The mentors of project 42 are volunteers.",
    "The town has 14,000 inhabitants and one mentor.",
    "About 1.2 million people in the country live with dementia.",
    "Mortality was 12 per 1,000 women.",
    "Thousands of volunteers visit hospitals each year.",
    "In the United Kingdom, 6.5 million people are carers.",
    "The prevalence was 45 cases per 10,000 adults.",
    "Room 101 of the ward is open to visitors.",
    "The Route 66 programme trains mentors.",
  ])
  func `a number that counts nobody in the study is not a sample size`(text: String) {
    check(text, nil)
  }
}
