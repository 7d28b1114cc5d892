import Appraisal
import Testing

/// Which sums and products of the groups of a study are candidates for the sample size, whatever
/// their weights.
struct CountGroupsTests {
  @Test(arguments: [
    ("Each group will consist of 40 adults.", 80),
    ("Each arm will have 65 patients.", 130),
    ("Each condition will be composed of 30 dyads.", 60),
    ("In each of the two arms, 24 mothers will be enrolled.", 48),
    ("In each group, 55 veterans were enrolled.", 110),
    ("Every arm of the trial includes 120 smokers.", 240),
    ("The trial has three arms. Each arm will include 50 women.", 150),
    ("Carers are randomised to one of four groups. Each group will have 20 carers.", 80),
    (
      "The trial compares two interventions (calls and visits) and a control. Each condition will "
        + "have 45 students.", 135
    ),
    ("There are two intervention groups and a control group. Each group has 33 men.", 99),
    ("There are three intervention arms and one control arm. Each arm has 25 peers.", 100),
  ])
  func `the size of each group is multiplied by their number`(text: String, expected: Int) {
    #expect(values(text).contains(expected))
  }

  @Test(arguments: [
    ("Twenty adults will be in each group, with an overall sample size of 40.", 80),
    ("There are two groups, an intervention and a control group. Each has 20 men.", 60),
    ("Each worker in the control group supports 20 people.", 40),
    ("Either group may have 30 adults.", 60),
    ("In each group a meal is served. Then 30 adults rest.", 60),
  ])
  func `other numbers are not multiplied`(text: String, unexpected: Int) {
    #expect(!values(text).contains(unexpected))
  }

  @Test(arguments: [
    (
      "Participants (n = 598) from three areas who received food are compared with 301 "
        + "participants from other areas.", 899
    ),
    ("Patients (n = 40) were compared with 44 controls.", 84),
    ("Mothers with a doula (n = 112) were compared with 109 mothers without one.", 221),
    ("Students (N = 310) who had a mentor are compared to 290 students.", 600),
    ("In total, 900 patients initiated the drug and 384 comparator therapy.", 1284),
    ("Sixty patients initiated the new drug and 58 usual treatment.", 118),
    (
      "We will include sixty (60) children with scoliosis who will have surgery and sixty (60) "
        + "healthy children.", 120
    ),
    ("We enrolled thirty (30) mothers with depression and twenty (20) mothers without it.", 50),
    (
      "Youths (N = 100 for the baseline cohort; N = 90 for the efficacy trial; N = 80 for the "
        + "second design) were enrolled.", 270
    ),
    ("Carers were enrolled (n = 25 in the first trial; n = 30 in the second trial).", 55),
  ])
  func `groups that are named in different ways have a sum`(text: String, expected: Int) {
    #expect(values(text).contains(expected))
  }

  @Test(arguments: [
    "We enrolled sixty (60) adults.", "A total of thirty (30) mothers took part.",
    "Twelve (12) peer workers were interviewed.", "We recruited forty-five (45) students.",
    "One hundred and twenty (120) carers will be enrolled.",
    "Eighty (80) men were interviewed.", "A sample size of ninety (90) was planned.",
    "We will randomise two hundred (200) smokers.", "Fifteen (15) dyads were recruited.",
    "In all, seventy (70) were enrolled.",
  ])
  func `a number that is repeated in digits is one candidate`(text: String) {
    #expect(values(text).count == 1)
  }

  private func values(_ text: String) -> [Int] {
    Appraiser().counts(of: sample(text)).counts.map(\.value)
  }
}
