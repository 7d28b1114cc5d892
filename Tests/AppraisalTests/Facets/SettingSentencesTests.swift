import Appraisal
import Literature
import Testing

/// Sentences that state the setting of a study, or only mention one; empty if they state none.
struct SettingSentencesTests {
  @Test(
    arguments: [
      (
        "Health trainers in general practice",
        "Patients registered at 12 GP surgeries were invited.", ["primary-care"], []
      ),
      (
        "Volunteer calls", "The intervention was delivered over the phone by volunteers.",
        ["telephone"], []
      ),
      ("Texting for adherence", "Weekly text messages were sent.", ["telephone"], []),
      ("A peer support app", "A smartphone app linked users with peers.", ["online"], []),
      ("Singing behind bars", "Men in one prison met each week.", ["prison"], []),
      ("Mentors behind bars", "Groups of women met in two prisons.", ["prison"], []),
      ("Choirs behind bars", "Women in two prisons sang together.", ["prison"], []),
      ("Peer support in custody", "Men in three prisons took part.", ["prison"], []),
      ("Navigators at work", "Navigators were trained for a week.", [], ["community"]),
      ("The training of educators", "Peer educators were trained in June.", [], ["community"]),
      (
        "Peer education behind bars", "Women in two maximum-security prisons took part.",
        ["prison"], []
      ),
      (
        "Naloxone in community pharmacies", "Community pharmacies offered naloxone.", ["community"],
        []
      ),
      (
        "Befriending in a care home", "Residents of a care home in Scotland met befrienders.",
        ["care-home"], []
      ),
      ("A walking group", "The group met in a church hall every week.", ["faith-based"], []),
      (
        "A recovery college",
        "The recovery college offers courses co-produced with people who have used mental health services.",
        ["mental-health-service"], []
      ),
      (
        "Testing at a needle and syringe programme",
        "Clients of a needle and syringe programme were tested for hepatitis C.",
        ["substance-use-service"], []
      ),
      (
        "Peer navigators on hospital wards",
        "A peer navigator met patients at their bedside on the ward before discharge from hospital.",
        ["hospital-inpatient"], []
      ),
      (
        "Peer mentoring on campus",
        "University students took part in a peer mentoring scheme on campus.", ["university"], []
      ),
      (
        "Anti-bullying peers in schools",
        "Secondary school pupils were trained as peer supporters.", ["school"], []
      ),
      (
        "Testing in hostels", "Rough sleepers staying in hostels were offered testing.",
        ["homeless-service"], []
      ),
      (
        "Workplace coaching", "Employees of a factory were offered coaching at work.",
        ["workplace"], []
      ),
      (
        "What mentors do",
        "Ethics approval was given by the University of Leeds and Leeds Teaching Hospitals NHS Trust.",
        [], []
      ),
      (
        "What mentors do",
        "The authors work at the Department of Psychiatry, University Hospital, and the School of Public Health.",
        [], []
      ),
      (
        "Home visits by lay workers", "Home visits by lay health workers were made every month.",
        ["home"], []
      ),
      (
        "Peers in the emergency department",
        "Patients in three emergency departments were met by a peer.", ["emergency-department"], []
      ),
      ("Virtual peer support", "Weekly video calls over Zoom linked mothers.", ["online"], []),
      (
        "Nurse-led clinic at a drop-in centre",
        "A drop-in centre for people who are homeless hosted the clinic.", ["homeless-service"], []
      ),
      (
        "Peer training in the army", "Soldiers on active duty were trained.", ["military-veterans"],
        []
      ),
      (
        "Home-based counselling", "Lay counsellors visited families at home every two weeks.",
        ["home"], []
      ),
      (
        "Peer workers in drug treatment centres",
        "The drug treatment centre employed peer workers.", ["substance-use-service"], []
      ),
      ("Peer educators", "Educators were trained to teach their peers about stroke.", [], []),
      ("The navigator role", "Navigators and their managers described the role.", [], []),
      ("Volunteers", "Volunteers are often motivated by their experience.", [], []),
      (
        "Peer educators for young people", "Peer educators gave talks in villages.", ["community"],
        []
      ),
      ("Attrition", "Interviews were conducted by phone and by post.", [], ["telephone"]),
      ("Peers at work", "Peers at work in three towns kept diaries.", [], ["workplace"]),
      ("Buddies at work", "We describe buddies at work with new parents.", [], ["workplace"]),
      (
        "Health at work", "A bus company offered its employees a course on health at work.",
        ["workplace"], []
      ),
      ("Groups of peers", "Peer groups were described as friendly.", [], ["community"]),
      ("The work of navigators", "A navigator answered questions.", [], ["community"]),
      ("Peer-led sessions", "Peer-led sessions covered sleep and diet.", [], ["community"]),
      (
        "A needle exchange", "Staff of a needle exchange handed out kits.",
        ["substance-use-service"], []
      ),
      (
        "Testing at a drop-in", "People were tested at a needle exchange.",
        ["substance-use-service"], []
      ),
      ("Blood tests behind bars", "Testing was offered to men in two prisons.", ["prison"], []),
      (
        "Foot care by volunteers", "Volunteers visited patients in people's homes every week.",
        ["home"], []
      ),
      (
        "Training over the internet", "Mentors met each week over WebEx in an online course.",
        ["online"], []
      ),
      (
        "Mentors by phone", "Mentors will make eight phone calls over four months.", ["telephone"],
        []
      ),
      (
        "Support for drinkers", "Smartphones were given to members of the LGBTQ community.", [],
        ["community"]
      ),
      (
        "Carers of older adults", "We surveyed carers of community-dwelling adults.", [],
        ["community"]
      ),
      (
        "Peers on an alcohol unit",
        "Patients of an inpatient alcohol unit met a peer before they went home.",
        ["substance-use-service"], []
      ),
      (
        "Recovery coaches in detox", "Recovery coaches met patients of a detoxification unit.",
        ["substance-use-service"], []
      ),
      (
        "Mentors in residential rehabilitation",
        "Mentors led groups in three residential rehabilitation centres for people who use drugs.",
        ["substance-use-service"], []
      ),
      (
        "Life in sober homes", "Residents of six sober homes were interviewed.",
        ["substance-use-service"], []
      ),
      (
        "Peers at a consumption room",
        "Peers trained guests of a drug consumption room to use naloxone.",
        ["substance-use-service"], []
      ),
      (
        "Testing at exchanges", "Peers offered tests at four needle exchanges.",
        ["substance-use-service"], []
      ),
      (
        "Peers who teach", "The courses were taught by peers at two recovery colleges.",
        ["mental-health-service"], []
      ),
      (
        "An evening at the crisis cafe", "Guests of a crisis cafe were met by peer workers.",
        ["mental-health-service"], []
      ),
      (
        "Peers in home treatment", "Two peers worked in a home treatment team.",
        ["mental-health-service"], []
      ),
      (
        "Ward-based volunteers", "Ward-based volunteers read to patients after a stroke.",
        ["hospital-inpatient"], []
      ),
      (
        "Peers on two wards", "Peers visited patients on two orthopaedic wards.",
        ["hospital-inpatient"], []
      ),
      (
        "A day centre", "Mentors met rough sleepers at a day centre for homeless people.",
        ["homeless-service"], []
      ),
      (
        "Families without a home", "Volunteers visited families in temporary accommodation.",
        ["homeless-service"], []
      ),
      (
        "Cooking together", "Groups cooked at a food bank and a community hub.",
        ["community"], []
      ),
      (
        "Fire crews", "Firefighters at nine fire stations were trained as peer supporters.",
        ["workplace"], []
      ),
      (
        "After the call", "An ambulance service trained paramedics to support their colleagues.",
        ["workplace"], []
      ),
    ] as [(String, String, Set<String>, Set<String>)])
  func `settings are distinguished from mere mentions`(
    title: String, text: String, expected: Set<String>, unexpected: Set<String>
  ) {
    let found = Set(codes(appraise(text, title: title).setting))
    withKnownIssue("still wrong") {
      #expect(found.isSuperset(of: expected))
      #expect(found.isDisjoint(with: unexpected))
      if expected.isEmpty, unexpected.isEmpty { #expect(found.isEmpty) }
    } when: {
      Self.stillWrong.contains(title)
    }
  }

  /// Titles of documents that the models get wrong.
  private static let stillWrong: Set<String> = [
    "Attrition",
    "After the call",
  ]
}
