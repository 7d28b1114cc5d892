import Appraisal
import Testing

struct ConditionAppraiserTests {
  @Test(arguments: [
    ("Peer support in hepatitis C care", ["hepatitis-c"]),
    ("Mentors for people with HCV", ["hepatitis-c"]),
    ("Peer support for people living with HIV", ["hiv"]),
    ("Peer coaching in type 2 diabetes", ["diabetes"]),
    ("Mentors for adults with schizophrenia", ["psychosis"]),
    ("Peer workers in mental health services", ["mental-health"]),
    ("Mentors after stroke", ["stroke"]),
    ("Peer support for postnatal depression", ["perinatal-mental-health"]),
    ("Buddies for smoking cessation", ["tobacco-use"]),
    ("Peer support after burn injury", ["burns"]),
    ("Bed nets against malaria", ["other"]),
    ("What mentors do", []),
  ])
  func `the title states the condition`(title: String, expected: [String]) {
    #expect(codes(appraise("Mentors met people each week.", title: title).condition) == expected)
  }

  @Test func `conditions that are only mentioned do not count`() {
    let facets = appraise(
      """
      Mentors met people with asthma each week. Asthma control was measured. Many people with \
      asthma also have other conditions such as diabetes, hypertension and depression.
      """, title: "Mentors for people with asthma")
    #expect(codes(facets.condition) == ["asthma"])
  }

  @Test func `the most specific code stands`() {
    let facets = appraise(
      "Adults with depression met a mentor. Depression was measured at six months.",
      title: "Mentors for depression")
    #expect(codes(facets.condition) == ["depression"])
  }

  @Test func `a scale is not a condition`() {
    let facets = appraise("Mood was measured by the Geriatric Depression Scale.")
    #expect(!codes(facets.condition).contains("depression"))
  }
}
