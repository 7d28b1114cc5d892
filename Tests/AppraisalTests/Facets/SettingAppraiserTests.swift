import Appraisal
import Testing

struct SettingAppraiserTests {
  @Test(arguments: [
    ("Mentoring in primary care", "Patients of 12 general practices met a mentor.", "primary-care"),
    ("Mentors in prison", "Prisoners met a mentor in prison.", "prison"),
    ("An online forum", "Members of an online forum wrote to each other.", "online"),
    ("Telephone support", "Volunteers made telephone calls each week.", "telephone"),
    ("A school-based course", "Pupils in 12 secondary schools took a course.", "school"),
    ("Mentors in the emergency department", "Patients were met in the ED.", "emergency-department"),
    ("Mentors for veterans", "Veterans met a mentor at a VA medical center.", "military-veterans"),
    ("Church-based walking groups", "Groups met in churches.", "faith-based"),
    ("Home visits", "Home visits were made by volunteers.", "home"),
    (
      "Mentors on psychiatric wards", "Mentors worked on psychiatric wards.",
      "mental-health-service"
    ),
    ("Peer workers in nursing homes", "Residents of nursing homes were visited.", "care-home"),
    (
      "Mentors in homeless shelters", "Guests of homeless shelters met mentors.", "homeless-service"
    ),
  ])
  func `the setting is found`(title: String, text: String, expected: String) {
    #expect(codes(appraise(text, title: title).setting).contains(expected))
  }

  @Test(arguments: [
    "At baseline, adults filled in a form.",
    "The study was approved by the University of Somewhere.",
    "The Hospital Anxiety and Depression Scale was used.",
    "",
  ])
  func `a word that is not a place gives no setting`(text: String) {
    #expect(appraise(text).setting.isEmpty)
  }

  @Test func `community health centres are primary care and community`() {
    let facets = appraise(
      "Patients at six urban community health centers were enrolled.",
      title: "Mentoring in community health centers")
    #expect(codes(facets.setting).contains("primary-care"))
  }
}
