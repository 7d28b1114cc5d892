import Analysis
import SeededRandom
import Testing

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("peer", "peer", 0), ("clairty", "clarity", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("naïve", "naive", 1), ("同伴", "同", 1),
    ("qualitativ", "qualitative", 1),
  ])
  func `slips are counted`(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right) == distance)
    #expect(EditDistance.between(right, left) == distance)
  }

  @Test func `a limit does not change numbers within it`() {
    var random = SplitMix64(seed: 7)
    let letters: [Unicode.Scalar] = ["a", "b", "c"]
    func word() -> [Unicode.Scalar] {
      let count = Int.random(in: 0...6, using: &random)
      return (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
    }
    for _ in 0..<3000 {
      let (left, right) = (word(), word())
      let errors = EditDistance.between(left, right)
      for limit in 0...4 {
        let limited = EditDistance.between(left, right, within: limit)
        #expect(limited == (errors <= limit ? errors : nil))
      }
    }
  }

  @Test(arguments: [
    ("--limt", "--limit"), ("--lmiit", "--limit"), ("--limits", "--limit"), ("--set", "--sort"),
    ("--zebra", nil), ("", nil),
  ])
  func `the nearest word has the fewest errors, and not too many`(typed: String, nearest: String?) {
    let words = ["--limit", "--sort", "--exact", "--sorts"]
    #expect(EditDistance.nearest(to: typed, among: words, within: 2) == nearest)
  }
}
