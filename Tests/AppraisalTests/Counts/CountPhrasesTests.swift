import Appraisal
import Testing

/// The phrases around a number that say whose people it counts.
struct CountPhrasesTests {
  @Test(arguments: [
    ("A meta-analysis involving 6,615 participants found less pain.", 6615),
    ("Systematic reviews of more than 2,000 patients are mixed.", 2000),
    ("The Phase I trial (n=6) had promising results.", 6),
    ("In a pilot study with 20 carers, mentors were welcome.", 20),
    ("The parent trial enrolled 801 patients.", 801),
    ("A similar survey of 340 nurses showed stress.", 340),
    ("The original cohort included 1,190 children.", 1190),
    ("Another study with 45 students was published last year.", 45),
    ("In one of the largest studies, 2,785 participants were randomised.", 2785),
    ("Pilot work with 15 veterans shaped the course.", 15),
    ("Randomised trials with 7,000 women support doulas.", 7000),
  ])
  func `the people of another study are marked`(text: String, value: Int) {
    #expect(has(text, value, "otherStudyBefore"))
  }

  @Test(arguments: [
    ("The clinic currently has over 19,000 patients.", 19_000),
    ("The centre serves more than 15,000 women.", 15_000),
    ("The clinic provides care to 1,200 young men.", 1200),
    ("There are approximately 700 adults with diabetes in the town.", 700),
    ("The town is home to 4,000 veterans.", 4000),
    ("The programme was implemented for over 1,100 soldiers.", 1100),
    ("The charity is caring for about 300 families.", 300),
    ("It treats nearly 500 patients.", 500),
    ("The hospital employs 240 nurses.", 240),
    ("It is estimated that 6,000 people use opioids.", 6000),
  ])
  func `a population before a number is marked`(text: String, value: Int) {
    #expect(has(text, value, "populationBefore"))
  }

  @Test(arguments: [
    ("Approximately 12,000 children are diagnosed with cancer each year.", 12_000),
    ("The centre sees 1,200 men annually.", 1200),
    ("About 5,000 people live with HIV.", 5000),
    ("About 800 women in the county have no doctor.", 800),
    ("Some 90 patients are currently hospitalised.", 90),
    ("The 350 students in the school system have mentors.", 350),
    ("The 600 patients in care have no mentor.", 600),
    ("Around 2,300 adults on dialysis need a donor.", 2300),
    ("In all, 400 men nationwide are affected.", 400),
    ("The 75 residents of the home are eligible for it.", 75),
  ])
  func `a population after a number is marked`(text: String, value: Int) {
    #expect(has(text, value, "populationAfter"))
  }

  @Test(arguments: [
    ("Imaging will be done for the first 20 subjects.", 20),
    ("After the first 30 patients, safety is reviewed.", 30),
    ("We interviewed a random sample of 15 mothers.", 15),
    ("A subset of 40 women wore a sensor.", 40),
    ("Interviews were held with a subgroup of 25 men.", 25),
    ("We called randomly selected 50 patients.", 50),
    ("A purposive sample of 12 nurses was interviewed.", 12),
    ("Blood is taken from a subsample of 60 adults.", 60),
    ("We will film the first 10 carers.", 10),
    ("Our first 8 mentors were trained.", 8),
  ])
  func `a part of the participants is marked`(text: String, value: Int) {
    #expect(has(text, value, "firstPeopleBefore"))
  }

  @Test(arguments: [
    ("Groups will consist of a maximum of 16 family members.", 16),
    ("Each session will include eight to ten participants.", 10),
    ("Classes have up to 20 students.", 20),
    ("Workshops typically include 12 carers.", 12),
    ("Support groups of about 10 women meet on Mondays.", 10),
    ("The group size is 15 adults.", 15),
    ("Teams consist of six volunteers.", 6),
    ("Meetings are limited to 25 members, and the group includes 25 members.", 25),
    ("The circle had 9 mothers.", 9),
    ("Sessions with about 30 parents were held.", 30),
  ])
  func `the size of a group that meets is marked`(text: String, value: Int) {
    #expect(has(text, value, "groupSizeBefore"))
  }

  @Test(arguments: [
    (
      "Neonatal deaths are common (Stoll, 1997), and 2,037 children were treated elsewhere.", 2037,
      "referenceMark"
    ),
    ("Mentors helped 300 men (Bang 1999; Lawn 2005).", 300, "referenceMark"),
  ])
  func `a reference by author and year is found`(text: String, value: Int, feature: String) {
    #expect(has(text, value, feature))
  }

  @Test(arguments: [
    ("We randomised 40 women to calls or leaflets.", 40, "otherStudyBefore"),
    ("We enrolled 60 adults.", 60, "populationBefore"),
    ("We enrolled 60 adults in two clinics.", 60, "populationAfter"),
    ("Sixty women were enrolled.", 60, "firstPeopleBefore"),
    ("We interviewed 25 children.", 25, "populationBefore"),
    ("We enrolled 90 men in 2019 (March 2019).", 90, "referenceMark"),
    ("Participants were 30 peers.", 30, "groupSizeBefore"),
    ("The pilot study is over. We enrolled 80 adults.", 80, "otherStudyBefore"),
  ])
  func `other numbers are not marked`(text: String, value: Int, feature: String) {
    let found = Appraiser().counts(of: sample(text)).counts.first { $0.value == value }
    #expect(found != nil)
    #expect(!has(text, value, feature))
  }

  private func has(_ text: String, _ value: Int, _ feature: String) -> Bool {
    Appraiser().counts(of: sample(text)).counts
      .contains { $0.value == value && ($0.features[feature] ?? 0) > 0 }
  }
}
