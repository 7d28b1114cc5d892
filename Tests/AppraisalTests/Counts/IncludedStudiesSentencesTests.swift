import Appraisal
import Literature
import Testing

/// Sentences that state how many studies a review includes; `nil` if they state no number.
struct IncludedStudiesSentencesTests {
  @Test(
    arguments: [
      ("We searched six databases. Eighteen trials with 4,327 participants were included.", [18]),
      (
        "Results: Of 2,411 citations, 46 full-text articles were assessed and 17 studies were included.",
        [17]
      ),
      ("A total of 29 papers reporting on 21 studies met the inclusion criteria.", [21, 29]),
      ("Fourteen RCTs (n = 3,210) were eligible.", [14]),
      ("The review includes evidence from 11 studies.", [11]),
      ("No randomised trials were found.", [nil]),
      (
        "The search yielded 3402 records; after removal of duplicates 2120 were screened; 23 were finally included.",
        [23]
      ),
      ("Twenty-six publications were identified and synthesised narratively.", [26]),
      (
        "We included five randomised controlled trials, three cohort studies and two qualitative studies.",
        [10, 5]
      ),
      ("In total, nine systematic reviews were included in this umbrella review.", [9]),
      ("After full-text review, 19 studies (n = 4,120 participants) were retained.", [19]),
      ("Thirty-two articles describing 28 interventions were included.", [32]),
      ("We found 12 qualitative studies that met our criteria.", [12]),
      ("Sixteen of 512 studies identified fulfilled the inclusion criteria.", [16]),
      ("Evidence from 7 trials suggests that peer support improves HbA1c.", [7]),
    ] as [(String, [Int?])])
  func `the number of studies is found`(text: String, expected: [Int?]) {
    let found = appraise(text, title: "A systematic review of mentoring").includedStudies
    #expect(expected.contains(found.first?.value))
  }
}
