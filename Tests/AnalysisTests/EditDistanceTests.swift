import Analysis
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

  @Test(arguments: [
    ("--limt", "--limit"), ("--lmiit", "--limit"), ("--limits", "--limit"), ("--set", "--sort"),
    ("--zebra", nil), ("", nil),
  ])
  func `the nearest word has the fewest errors, and not too many`(typed: String, nearest: String?) {
    let words = ["--limit", "--sort", "--exact", "--sorts"]
    #expect(EditDistance.nearest(to: typed, among: words, within: 2) == nearest)
  }
}
