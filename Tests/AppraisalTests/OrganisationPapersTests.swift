import Appraisal
import Literature
import Testing

/// Papers of organisations, such as reports, policies, minutes, bids and leaflets.
///
/// Most report no study, and their numbers count clients, staff or members, not participants.
/// Training learns from them. The codes `report`, `commentary` and `service-evaluation` are not
/// judged, because they are arguable in such papers.
struct OrganisationPapersTests {
  /// Papers that the models get wrong, by their titles.
  private static let stillWrong: Set<String> = [
    "Vacancy: recovery worker",
    "Cost per client",
    "Action plan",
    "Business case for peer support",
    "Evidence to the inquiry",
    "Why peers matter",
    "Briefing: peer support and jobs",
    "What is the evidence?",
    "Guidance for commissioners of housing",
    "Note of a talk",
    "Proposal for a partnership",
    "Focus groups with carers",
    "Peer coaching pilot: final report",
    "Peers in the emergency department: evaluation",
    "Proposal for research on mentors in prison",
    "Evaluation of the mothers' group",
  ]

  /// The designs that a paper has only if its row lists them.
  static let studyDesigns: Set = [
    "randomised-trial", "cluster-randomised-trial", "non-randomised-trial", "before-after",
    "cohort", "case-control", "cross-sectional", "qualitative", "mixed-methods", "case-study",
    "systematic-review", "scoping-review", "rapid-review", "narrative-review", "meta-analysis",
    "economic-evaluation", "consensus", "protocol",
  ]

  @Test(
    arguments: [
      // Reports of a year.
      (
        "Harbour Friends annual report 2022",
        "This year we supported 318 people in the town and answered 2,400 calls. Our 26 volunteers gave 3,100 hours. Income was 84,000 pounds. The trustees thank all who gave money or time. Next year we will open a second cafe.",
        [], nil
      ),
      (
        "Chair's report",
        "It has been a busy year. 540 people used our drop-in, and 61 carers came to the monthly lunch. We employ nine staff. Two trustees retired. The board will meet four times next year.",
        [], nil
      ),
      (
        "Impact report 2021",
        "In 2021 we reached 1,250 young people in 14 schools. Nine out of ten teachers would recommend us. Each mentor sees six young people a term. We had 34 mentors in post in March.",
        [], nil
      ),
      (
        "Review of the year",
        "Our helpline took calls from 4,800 people a year before the pandemic and 7,200 people a year since. Forty volunteers staff the lines. The office will move in May.",
        [], nil
      ),
      (
        "Annual review: a year on the wards",
        "Peer workers met 230 patients on six wards. 17 peer workers left and 21 peer workers joined us. Staff say that wards are calmer. We hope to support 300 patients next year.",
        [], nil
      ),
      (
        "Directors' report and accounts",
        "The charity has 42 members and 11 employees. During the year 96 families received grants. The directors will keep reserves of three months. The auditors were appointed again.",
        [], nil
      ),
      (
        "Newsletter, autumn",
        "Welcome to our 12 new volunteers! More than 200 people came to the fair. A big thank you to the 30 members who baked. The winter party will be on 12 December. Doors open at 6 pm.",
        [], nil
      ),
      (
        "Ten years of the recovery cafe",
        "Since 2012 more than 3,000 people have visited the cafe. It began with four friends and a kettle. Today it has 25 volunteers and opens seven days a week from 9 am to 5 pm.",
        [], nil
      ),
      // Returns and figures.
      (
        "Contract monitoring, quarter 2",
        "People referred: 140\nPeople seen: 121\nCompleted: 88\nPeer workers in post: 9\nOn the waiting list: 27\nComplaints: 2",
        [], nil
      ),
      (
        "Performance dashboard",
        "Target: 60 clients a month\nActual: 54 clients a month\nStaff vacancies: 3\nVolunteers: 19\nWaiting time: 12 days",
        [], nil
      ),
      (
        "Caseload of the team",
        "Each worker supports 15 people. We have eight workers, so we are full. More than 18 people per worker is too many. Two workers look after 12 people each in the villages.",
        [], nil
      ),
      (
        "How many clients?",
        "Ten clients each is enough for a new worker. Experienced workers see twenty clients each. Nobody should have more than 25 people at one time.",
        [], nil
      ),
      (
        "Staffing paper for the board",
        "The ward needs three nurses and two peer workers per shift. There are four wards with 18 patients each. The paper asks for five more peer workers.",
        [], nil
      ),
      (
        "Cost per client",
        "The service costs 120,000 pounds a year and sees 400 clients a year, which is 300 pounds a client. A peer worker costs 31,000 pounds and supports 30 clients.",
        [], nil
      ),
      (
        "Supervision ratios",
        "One supervisor looks after six peer workers. There should be one senior for every 10 mentors. With 24 mentors per senior, supervision suffers.",
        [], nil
      ),
      // Policies, procedures, job descriptions.
      (
        "Policy on visits at home",
        "Visits after 7 pm need two workers. Workers phone the office before and after each visit. A manager will check the log every day. The policy will be reviewed in two years.",
        [], nil
      ),
      (
        "Expenses policy",
        "Volunteers can claim travel. Claims will be paid within 30 days. Receipts must be kept. The treasurer will check claims of more than 50 pounds. This policy will be revised in 2026.",
        [], nil
      ),
      (
        "Infection control procedure",
        "Wash your hands before and after contact with each person. Gloves will be provided. If two or more residents are ill, tell the manager. The procedure will be updated after an outbreak.",
        [], nil
      ),
      (
        "Safeguarding policy",
        "All staff will complete training each year. Concerns will be recorded and shared with the lead. Peer workers will be told what happens next. The trustees will review this policy in March.",
        [], nil
      ),
      (
        "Job description: peer mentor",
        "You will support eight people at a time and will be supervised every two weeks. You will attend team meetings and will receive training. The team has 12 staff. Hours: 22.5 a week.",
        [], nil
      ),
      (
        "Vacancy: recovery worker",
        "We are looking for two recovery workers. The successful applicants will work with up to 20 clients. Interviews will be held on 4 June. The post will be offered for one year.",
        [], nil
      ),
      (
        "Role of volunteers",
        "Volunteers will be given a buddy and will be asked to commit to six months. They will meet guests at the door and will help to serve meals to about 60 people. Debrief before and after your shift.",
        [], nil
      ),
      (
        "Terms of reference",
        "The steering group will meet every quarter. It will include five members with lived experience. Four members are a quorum. Minutes will be circulated within ten days.",
        [], nil
      ),
      // Minutes, plans and bids.
      (
        "Minutes of the volunteers' meeting",
        "Present: seven volunteers. Training: the next course will be run in May and has 16 applicants. Travel: the rules will be changed. Any other business: the kettle will be replaced.",
        [], nil
      ),
      (
        "Minutes of the management committee",
        "Eleven members were present. The committee agreed the budget. A peer worker has resigned; the post will be advertised. The audit will be discussed at the next meeting.",
        [], nil
      ),
      (
        "Action plan",
        "Action 1: recruit six volunteers by June. Action 2: the leaflet will be translated. Action 3: managers will be trained. Progress will be reported to the board.",
        [], nil
      ),
      (
        "Strategy 2024 to 2027",
        "By 2027 we will double the number of groups from 20 to 40 and will reach 5,000 people. Three in five members want evening groups. We will listen to our members and will be bold.",
        [], nil
      ),
      (
        "Bid to the Rowan Trust",
        "We ask for 60,000 pounds to employ three peer workers. They will support 150 people a year in two hostels. We will recruit 12 volunteers and reach 600 people over three years. The town has 900 homeless people.",
        [], nil
      ),
      (
        "Application for a grant",
        "Our group has 45 members. With your grant we will run a weekly walk for up to 20 people and will train five leaders. We expect to help 80 people in the first year.",
        [], nil
      ),
      (
        "Business case for peer support",
        "A randomised controlled trial in another country showed that peer workers prevent admissions. Several randomised trials support the model. We propose six peer workers on two wards, who will see 350 patients a year.",
        [], nil
      ),
      (
        "Tender: statement of method",
        "We have delivered services for 15 years to 2,000 people a year. Our team of 28 staff will be in place on day one. Clients will be seen within five days. Outcomes will be reported every quarter.",
        [], nil
      ),
      // Letters, responses, opinions, the press.
      (
        "Response to the consultation",
        "We speak for 38 charities with 12,000 members. We recommend a randomised controlled trial of navigators in prisons. The guideline should mention the cohort study from Leeds. The new law will be welcomed.",
        [], nil
      ),
      (
        "Letter to the minister",
        "Our members help 40,000 people a year. We call on the government to fund a randomised trial of peer support. One in three carers is ill. We ask for a meeting.",
        [], nil
      ),
      (
        "Evidence to the inquiry",
        "We ask the committee to call for a large randomised trial. A randomised controlled trial elsewhere found fewer relapses. A study in America followed 800 people. Our own 14 groups have not been evaluated.",
        [], nil
      ),
      (
        "Town gets recovery hub",
        "A hub for people in recovery will open next month. It will be run by 20 volunteers and will be open to all. About 300 people live with addiction in the town. The mayor will cut the ribbon at 11 am.",
        [], nil
      ),
      (
        "Press release: award for mentors",
        "Five mentors have won an award. They will be presented to the Queen. The scheme has helped 700 people to find work. Last year 50 people a week asked for help.",
        [], nil
      ),
      (
        "Why peers matter",
        "Joan is one of 90 people who came to us last spring. She was lonely. Her peer, one of our 15 volunteers, took her to a choir. Now she helps others before and after the service.",
        [], nil
      ),
      (
        "Ravi's story",
        "Ravi spent two years in hospital. He met a peer worker, who had been there. Today he is one of 30 peer workers in the trust and supports ten people each week.",
        [], nil
      ),
      // Leaflets, courses, slides.
      (
        "Living with hepatitis",
        "About one in 50 people has the virus and 200,000 people do not know it. Treatment takes 8 to 12 weeks. A peer will go with you to the clinic and will be there afterwards. Call us from 9 am to 6 pm.",
        [], nil
      ),
      (
        "Group for new mothers",
        "We meet on Mondays at 2 pm. There is room for 12 mothers. You will be welcomed by a volunteer. Each session has tea for 20 people. A creche will be provided.",
        [], nil
      ),
      (
        "Course for peer supporters",
        "The course has ten sessions for 15 people each. Learners will be asked to keep a diary. Those who complete it will receive a certificate. Two trainers teach 15 learners.",
        [], nil
      ),
      (
        "Slides: what peers do",
        "Peers listen. Peers share. 4 out of 5 clients say that it helps. Our 22 peers each see 8 clients. Ratios: 1 to 10. Next steps: the rota will be changed.",
        [], nil
      ),
      (
        "Risk register",
        "Risk 4: two peer workers leave at once. Likelihood 3, impact 5. The manager will keep a list of 10 bank staff. Risk 5: the lease will end. The board will be told.",
        [], nil
      ),
      (
        "Complaints in 2023",
        "Eight people complained. Three complaints were upheld. Four clients said that workers were late. Staff will be reminded. The log will be kept for six years.",
        [], nil
      ),
      // Papers that name the studies of others.
      (
        "Briefing: peer support and jobs",
        "A systematic review of nine trials with 1,900 participants found little difference. A survey of 60 employers by Hill found that few pay peers. Councils should pay them.",
        [], nil
      ),
      (
        "What is the evidence?",
        "Several randomised trials show that navigators help people to keep appointments. A cohort study in Spain followed 2,100 people. We suggest that each clinic has a navigator for every 50 patients.",
        [], nil
      ),
      (
        "Guidance for commissioners of housing",
        "The plan is that one in three tenants, about 40,000 people, will have a mentor. A randomised trial abroad has shown savings. Providers will be paid by results.",
        [], nil
      ),
      (
        "Reading list for new mentors",
        "Start with the review of qualitative studies by Brown. The trial in Ohio, with 380 veterans, is worth reading. Copies will be kept in the office.",
        [], nil
      ),
      (
        "Note of a talk",
        "Dr Lee spoke about a randomised controlled trial of doulas, in which 240 women took part. About 35 people came to the talk. The next talk will be on 3 March at 6 pm.",
        [], nil
      ),
      (
        "Proposal for a partnership",
        "We hope to work with the university, which will run a trial one day. For now, we offer 18 peer workers who will each support 12 people. The partnership will be reviewed after a year.",
        [], nil
      ),
      // Figures in running text.
      (
        "Our year in figures",
        "During the year 286 people received support from our 27 peer workers, compared with 241 the year before. We held 96 sessions in libraries. Of those we helped, 61 had HIV.",
        [], nil
      ),
      (
        "Service report, April to September",
        "In these six months we saw 174 people. Of these, 52 were carers and 31 were veterans. Nine staff were in post. Four people left the service.",
        [], nil
      ),
      (
        "Volunteer report",
        "We trained 33 befrienders and matched 29 befrienders with older neighbours. There were 610 visits in the year. Eleven befrienders moved away.",
        [], nil
      ),
      (
        "Open day",
        "Some 150 people came to the open day, and 40 people signed up for a walk. Thanks to our 18 stewards. The next open day will be in September.",
        [], nil
      ),
      // Papers of organisations that do report a study.
      (
        "Members' survey",
        "We sent a questionnaire to 420 members, and 133 members replied. Two thirds were happy with the groups. One in five wanted longer sessions. The results will be discussed by the board.",
        ["cross-sectional"], 133
      ),
      (
        "What our volunteers told us",
        "We emailed a survey to 90 volunteers. 52 replied. Most enjoy their role, and nine out of ten would do it again. Training was rated highest.",
        ["cross-sectional"], 52
      ),
      (
        "Evaluation of the hostel peers",
        "We interviewed 17 residents and five peer workers about the project. Interviews were recorded, and themes were identified. Residents trusted peers. The service supports 200 residents a year.",
        ["qualitative"], 22
      ),
      (
        "Focus groups with carers",
        "To learn what carers want, we held three focus groups with 24 carers. The service has 150 carers on its books. Carers asked for evening meetings. We will open on Tuesdays.",
        ["qualitative"], 24
      ),
      (
        "Peer coaching pilot: final report",
        "Thirty-eight people took part in the pilot. They completed a wellbeing scale before and after the coaching. Scores rose from 18 to 23. Each coach saw five people. Our charity helps 900 people a year.",
        ["before-after"], 38
      ),
      (
        "Listening to inpatients",
        "Peer researchers interviewed 31 inpatients on four wards with 16 beds each. Patients wanted more time with peers. The trust has 40 peer workers.",
        ["qualitative"], 31
      ),
      (
        "Peers in the emergency department: evaluation",
        "We did a before-and-after study of peers in one department. In all, 74 patients took part. Waits fell from five to four hours. We also held a focus group with nine nurses. The hospital employs 30 peers.",
        ["before-after"], 74
      ),
      (
        "Listening to guests of the crisis house",
        "Last year the house had 260 guests. We interviewed 14 guests and four staff. Guests said that they felt at home. The average stay cost 90 pounds a night.",
        ["qualitative"], 18
      ),
      (
        "Befriending for older men: pilot evaluation",
        "Forty-six men joined the pilot. We measured loneliness before and after six months of visits. Loneliness fell. Each volunteer visited three men. A larger trial is needed.",
        ["before-after"], 46
      ),
      (
        "Bilingual peers: a randomised pilot",
        "We randomised 60 parents to bilingual peers or leaflets, 30 in each group. Parents with peers kept more appointments. Our charity supports 700 parents a year.",
        ["randomised-trial"], 60
      ),
      (
        "Proposal for research on mentors in prison",
        "We will recruit 80 men in two prisons and will randomly assign them to a mentor or a leaflet. Interviews with mentors will be analysed by theme. The charity works with 900 prisoners a year.",
        ["randomised-trial", "protocol", "qualitative"], 80
      ),
      (
        "Clients' experience survey 2020",
        "Of 210 clients invited, 88 completed the online questionnaire. Nine in ten felt listened to. The service has 16 peer workers, who each see 15 clients.",
        ["cross-sectional"], 88
      ),
      (
        "Evaluation of the mothers' group",
        "Twenty-six mothers completed a questionnaire at the first and the last session. Mood improved. In interviews, eight mothers said that the group was a lifeline. The group meets from 10 am.",
        ["before-after", "qualitative"], 26
      ),
      (
        "Needs of carers in the county",
        "We surveyed 312 carers by post and online. Half had not had a break for a year. About 60,000 people in the county are carers. The council will publish its plan in May.",
        ["cross-sectional"], 312
      ),
    ] as [(String, String, Set<String>, Int?)])
  func `a paper of an organisation reports a study only if it says so`(
    title: String, text: String, designs: Set<String>, size: Int?
  ) {
    let facets = appraise(text, title: title)
    withKnownIssue("still wrong") {
      #expect(Set(codes(facets.method)).intersection(Self.studyDesigns) == designs)
      #expect(facets.sampleSize.first?.value == size)
    } when: {
      Self.stillWrong.contains(title)
    }
  }
}
