import Appraisal
import Literature
import Testing

/// Words that name a setting but mean something else.
struct SettingFamilyTests {
  @Test(
    arguments: [
      (
        "Mentors against stigma", "We aim to combat stigma by mentoring.", [], ["military-veterans"]
      ),
      (
        "Mentors for diabetes", "It is a collective effort to combat diabetes.", [],
        ["military-veterans"]
      ),
      (
        "Deaths of children", "Deaths were classified by verbal autopsy (VA). VA took an hour.", [],
        ["military-veterans"]
      ),
      (
        "Body image of athletes",
        "Athletes may develop an eating disorder (ED). An ED was rare in both groups.", [],
        ["emergency-department"]
      ),
      (
        "Mentors and trust", "The study population was diverse and trusted mentors.", [],
        ["care-home"]
      ),
      (
        "Births with a midwife", "Women gave birth in a health care facility.", [], ["care-home"]
      ),
      (
        "Asthma mentors", "Emergency department visits were counted as an outcome.", [],
        ["emergency-department"]
      ),
      (
        "Mentors after stroke", "Adults with a history of incarceration were excluded.", [],
        ["prison"]
      ),
      ("What mentors read", "The full text of each leaflet was read.", [], ["telephone"]),
      ("Mentors and free text", "Answers in free text were coded.", [], ["telephone"]),
    ] as [(String, String, [String], [String])])
  func `a word for a place may mean something else`(
    title: String, text: String, expected: [String], unexpected: [String]
  ) {
    #expect(Set(codes(appraise(text, title: title).setting)).isDisjoint(with: unexpected))
  }
}
