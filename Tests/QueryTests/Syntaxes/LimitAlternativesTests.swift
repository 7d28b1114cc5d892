import Query
import Testing

/// Limits of Ovid that are alternatives to limits without an equivalent.
struct LimitAlternativesTests {
  @Test(
    arguments: [
      ("yr=\"2000 -Current\" or dd=20000101-20201231", "dd=20000101-20201231"),
      ("dd=20000101-20201231 or yr=\"2000 -Current\"", "dd=20000101-20201231"),
      ("yr=2000-2005 or ed=20000101-20201231 or rd=20000101-20201231", "ed=20000101-20201231"),
      ("yr=2000 or yr=2003", nil), ("yr=2000-2005 or dp=2010", nil),
    ] as [(String, String?)])
  func `years are left out if an alternative has no equivalent`(
    limit: String, other: String?
  ) throws {
    for text in ["1 peer.ti.\n2 limit 1 to (\(limit))", "1 peer.ti.\n2 limit 1 to \(limit)"] {
      let line = try #require(try StrategyReader().read(text, syntax: .ovid).lines.last)
      if let other {
        #expect(line.query.queryText == "title:peer")
        #expect(
          line.query.notes == [
            "“\(limit)” was left out, because the alternative “\(other)” has no equivalent."
          ])
      } else {
        #expect(line.query.queryText.hasPrefix("title:peer year:2000"))
        #expect(line.query.notes == [])
      }
    }
  }

  @Test func `NOT is ignored before a line whose limits were left out`() throws {
    let text = "1 peer.ti.\n2 limit 1 to (yr=2000 or dd=20000101-20201231)\n3 lay.ti. not 2"
    let line = try #require(try StrategyReader().read(text, syntax: .ovid).lines.last)
    #expect(line.query.queryText == "title:lay")
    #expect(
      line.query.notes == ["NOT was ignored because part of what it excludes has no equivalent."])
  }
}
