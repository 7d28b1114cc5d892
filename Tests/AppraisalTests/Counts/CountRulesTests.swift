import Appraisal
import Literature
import Testing

/// The rules of `counts.tsv`.
struct CountRulesTests {
  @Test func `every name in the table is known`() {
    #expect(CountRules.standard.mistakes == [])
  }

  @Test(
    arguments: [
      ("total\tbefore4\ttotal|sample", []),
      ("title\tzone\ttitle|results", []),
      ("totl\tbefore4\ttotal", ["unknown feature: totl"]),
      ("total\tbefor4\ttotal", ["unknown window: befor4"]),
      ("total\tbefore\ttotal", ["unknown window: before"]),
      ("total\tbefore4\ttotal|totl\tsampl", ["unknown class: totl", "unknown class: sampl"]),
      ("title\tzone\ttitel|results", ["unknown zone: titel"]),
    ] as [(String, [String])])
  func `unknown names are found`(row: String, mistakes: [String]) {
    let table = Table(text: "feature\twindow\twords\texcept\tvalue\n\(row)")
    #expect(CountRules(table: table).mistakes == mistakes)
  }
}
