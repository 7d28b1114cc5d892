import Appraisal
import Literature
import Testing

/// The words of documents, by which codes are judged as a whole.
struct BagOfWordsTests {
  @Test(
    arguments: [
      ("", "Mentors mentored MENTEES.", ["mentor": 2, "mentee": 1]),
      (
        "Peers", "Peers, peer-led and peers' groups",
        ["peers": 3, "peer": 1, "led": 1, "and": 1, "groups": 1]
      ),
      (
        "", "PSWs met a PSW in 2019, at 3.5 km",
        ["psw": 2, "met": 1, "a": 1, "in": 1, "at": 1, "km": 1]
      ),
      ("", "The person's 12 visits", ["the": 1, "person": 1, "visits": 1]),
      ("", "", [:]),
    ] as [(String, String, [String: Int])])
  func `words are counted by their first six letters`(
    title: String, text: String, expected: [String: Int]
  ) {
    #expect(Appraiser().words(of: sample(text, title: title)) == expected)
  }

  @Test func `words alone give no code`() {
    let text =
      "Glucose, feet, meals, injections, pumps and endocrinologists were discussed in small "
      + "groups. After each session, the adults wrote down what they had eaten and how much they "
      + "had walked since the last week, and the educators answered questions about their blood."
    #expect(codes(appraise(text, title: "A course").condition).isEmpty)
  }
}
