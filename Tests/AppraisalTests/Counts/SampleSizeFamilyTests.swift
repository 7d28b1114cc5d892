import Appraisal
import Literature
import Testing

/// Families of wording that state the number of participants, or some other number.
struct SampleSizeFamilyTests {
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
  func `the number is found`(text: String, expected: Int) {
    #expect(appraise(text).sampleSize.first?.value == expected)
  }

  @Test(arguments: [
    "There are several hundred people who earn a living on the dump.",
    "The rate of incarceration is 693 people per 100,000.",
    "The trial MA.27 was closed early.",
    "Mentors were compared in SWOG 0307.",
    "In 2015, mentors were rare.",
  ])
  func `a number that counts nobody in the study is none`(text: String) {
    #expect(appraise(text).sampleSize.isEmpty)
  }
}
