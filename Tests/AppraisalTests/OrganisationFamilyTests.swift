import Appraisal
import Literature
import Testing

/// Families of wording in papers of organisations, which report no study.
///
/// Training leaves these sentences out, so that they test it.
struct OrganisationFamilyTests {
  /// Texts that the models get wrong.
  private static let stillWrong: Set<String> = [
    "We represent 64 organisations with 8,000 members.",
    "The survey was completed by 67 out of 95 peer workers.",
    "We look forward to the results of the randomised trial in York.",
    "The board asks for a randomised trial before it will pay.",
  ]

  @Test(arguments: [
    "Twelve clients each is too many. Our peer workers see twelve clients each.",
    "A caseload of 11 people per worker is enough.",
    "Three workers support 20 people each. Ten sessions for 5 people.",
    "Volunteers visit four neighbours each.",
    "Mentors meet eight students each and write a note.",
    "Two coaches have 14 clients each.",
    "We give 16 families to each worker.",
    "There is one peer for every 25 patients.",
    "Each peer worker sees 10 people a week. We have 12 peer workers.",
    "The buses carry 30 passengers each.",
    "Nurses care for six patients each at night.",
    "The table shows 18 clients per peer worker in May.",
  ])
  func `a number for each worker is no sample size`(text: String) {
    check(text, title: "How we work", size: nil)
  }

  @Test(arguments: [
    "Home visits after 6 pm need two workers.",
    "Home visits before 8 am need two workers.",
    "Nine out of 10 members agree.",
    "Four out of five carers feel alone.",
    "She is one of 200 people we helped last year.",
    "He was one of 60 volunteers at the fair.",
    "Our members support 90,000 people a year.",
    "We expect to reach 240 people a year.",
    "The service sees 250 patients a year on three wards.",
    "We will recruit 20 peer workers and reach 1,000 people.",
    "Completed: 143\nPeer workers in post: 14.5",
    "Referred: 212\nSeen: 187\nVolunteers: 16",
    "We represent 64 organisations with 8,000 members.",
    "The drop-in welcomed 412 people and employs 38 people.",
    "Congratulations to our 15 new volunteers!",
    "You will work in a team of 9 people on two wards.",
    "Nine people complained. Two complaints were upheld.",
    "Present: eight members. Apologies: two members.",
  ])
  func `people whom a service counts are no sample size`(text: String) {
    check(text, title: "Kestrel peers", size: nil)
  }

  @Test(arguments: [
    "219 people received support from us.",
    "We helped 640 families with their bills.",
    "There are 52 volunteers and 14 staff.",
    "More than 300 people came to the summer fair.",
    "Our 31 mentors are proud of their work.",
  ])
  func `the people in an annual report are no participants`(text: String) {
    check(text, title: "Annual report 2021", size: nil)
  }

  @Test(arguments: [
    ("We sent the questionnaire to 500 members and 164 replied.", 164),
    ("We emailed a questionnaire to 240 staff, and 96 staff replied.", 96),
    ("The survey was posted to 1,200 tenants; 410 tenants answered.", 410),
    ("We interviewed 21 clients and 9 peer workers about the project.", 30),
    ("The survey was completed by 67 out of 95 peer workers.", 67),
    ("We carried out interviews with 25 young people and 8 mentors.", 33),
    ("Thirty-two parents took part in the pilot (16 mothers, 16 fathers). Five dropped out.", 32),
    ("In all, 57 inpatients took part. There are three wards with 18 beds each.", 57),
    ("Women were randomised to a doula or usual care, in two groups of 20 each.", 40),
    ("We randomised adults to peers, leaflets or calls, 20 per arm, in three arms.", 60),
  ])
  func `those who took part in an evaluation are counted`(text: String, size: Int) {
    check(text, title: "An evaluation", size: size)
  }

  @Test(arguments: [
    "We ask for 90,000 pounds for a cafe. A randomised controlled trial elsewhere showed fewer "
      + "admissions.",
    "We ask NICE to recommend a randomised controlled trial of peer support in prisons.",
    "We call for a large randomised trial of befriending.",
    "The alliance is calling on the trust to fund a randomised trial.",
    "A randomised trial showed that calls work. We will open a helpline.",
    "A large randomised controlled trial found less loneliness. Our walks are free.",
    "The council should commission a randomised controlled trial of navigators.",
    "Campaigners are hoping for a randomised controlled trial.",
    "We look forward to the results of the randomised trial in York.",
    "The board asks for a randomised trial before it will pay.",
  ])
  func `a trial of others or one that is wished for is no design`(text: String) {
    checkDesign(text, without: ["randomised-trial", "cluster-randomised-trial", "protocol"])
  }

  @Test(arguments: [
    "Peer workers must phone the office before and after the visit.",
    "Wash your hands before and after each meal.",
    "We support parents before and after birth.",
    "Volunteers debrief before and after every shift.",
    "The cafe is open before and after work.",
    "Text the manager before and after you see a client.",
    "Peers offer support before and after release from prison.",
    "Staff meet before and after school.",
    "The building must be checked before and after the meeting.",
    "Sign in at the desk before and after your visit.",
  ])
  func `before and after an event is no design`(text: String) {
    checkDesign(text, without: ["before-after"])
  }

  @Test(arguments: [
    "Boundaries: a peer worker gave her number to a client; the policy will be revised.",
    "You will work with people on two wards. You will be offered supervision.",
    "The hub will open next month and will be run by volunteers.",
    "The lease will end in May. The board will look for rooms.",
    "Claims will be paid within 30 days. Receipts will be kept.",
    "The walk will be led by Sam. Tea will be served.",
    "Concerns will be recorded and will be shared with the lead.",
    "The rota will be changed after Easter.",
    "Applicants will be told by Friday. The post will be offered for a year.",
    "The new chair will be elected in June and will serve for three years.",
  ])
  func `a plan of something other than a study is no protocol`(text: String) {
    checkDesign(text, without: ["protocol"])
  }

  private func check(_ text: String, title: String, size: Int?) {
    let found = appraise(text, title: title).sampleSize.first?.value
    withKnownIssue("still wrong") {
      #expect(found == size)
    } when: {
      Self.stillWrong.contains(text)
    }
  }

  private func checkDesign(_ text: String, without unexpected: Set<String>) {
    let found = codes(appraise(text, title: "Kestrel peers").method)
    withKnownIssue("still wrong") {
      #expect(unexpected.isDisjoint(with: found), "\(found)")
    } when: {
      Self.stillWrong.contains(text)
    }
  }
}
