import Query
import Testing

/// Hit counts at the end of lines.
struct StrategyCountTests {
  @Test(arguments: [
    ("1 and 2 345", "title:peer AND title:lay"), ("1 or 2 567", "title:peer OR title:lay"),
    ("1 not 2 123", "title:peer AND NOT title:lay"), ("1 and 2 12 345", "title:peer AND title:lay"),
    ("1 and 2 1 234 567", "title:peer AND title:lay"),
    ("(1 and 2) 345", "title:peer AND title:lay"),
    ("1 and 2 345,678", "title:peer AND title:lay"), ("or/1-2 345", "title:peer OR title:lay"),
    ("limit 1 to yr=\"2000-2005\" 345", "title:peer year:2000..2005"),
    ("limit 1 to english language 345", "title:peer"), ("1 and 2", "title:peer AND title:lay"),
  ])
  func `a count after the number of a line`(line: String, expected: String) throws {
    let strategy = try StrategyReader().read(
      "1. peer.ti. 1234\n2. lay.ti. 567\n3. \(line)", syntax: .ovid)
    #expect(strategy.lines.last?.query.queryText == expected)
  }

  @Test(arguments: [
    // After a tab, two spaces, in parentheses, with groups of digits, after a word.
    ("peer support\t12\nrecovery", ["peer support", "recovery"]),
    ("peer support  12\nrecovery", ["peer support", "recovery"]),
    ("peer support (12)\nrecovery", ["peer support", "recovery"]),
    ("peer support 1,234\nrecovery", ["peer support", "recovery"]),
    ("peer support 12 results\nrecovery", ["peer support", "recovery"]),
    // After references to other lines.
    (
      "peer support\nrecovery\n#1 AND #2 34",
      ["peer support", "recovery", "peer support AND recovery"]
    ),
  ])
  func `a marked count is reported and not searched`(text: String, expected: [String]) throws {
    let strategy = try StrategyReader().read(text, syntax: .peerlit)
    #expect(
      strategy.lines.map(\.text) == expected.prefix(2) + (expected.count > 2 ? ["#1 AND #2"] : []))
    #expect(strategy.notes.count == 1)
    #expect(strategy.notes.first?.hasSuffix(": the hit count at the end was removed.") == true)
  }

  @Test func `a number after a frequency is a count`() throws {
    let strategy = try StrategyReader().read(
      "1 peer.ab. /freq=2 2311\n2 lay.ti.", syntax: .ovid)
    let texts = strategy.lines.map(\.text)
    #expect(texts == ["peer.ab. /freq=2", "lay.ti."])
  }

  @Test func `a number after the end of a query is a count`() throws {
    let strategy = try StrategyReader().read(
      "peer$.ti,ab. 12\nexp Peer Group/ 7\nlay.ti.\nhiv.ti. 5", syntax: .ovid)
    #expect(
      strategy.lines.map(\.text) == ["peer$.ti,ab.", "exp Peer Group/", "lay.ti.", "hiv.ti."])
    #expect(strategy.notes == ["Lines 1, 2, 4: the hit counts at the end were removed."])
  }

  @Test(arguments: [
    // All lines end with a number.
    ("peer support 123\nrecovery 45\n#1 AND #2 6", [true, true]),
    // Most do, and these are too large for words.
    ("peer support 123\nrecovery 456\nlay worker", [true, true]),
    // Years and small numbers are words, unless all lines end with a number and one is large.
    ("peer support 2019\nrecovery 2020", [false, false]),
    ("covid 19\ndiabetes type 2", [false, false]),
    ("peer support 123\ndiabetes type 2", [true, false]),
    ("peer support 123\ndiabetes type 2\nrecovery 456\nlay worker", [true, false]),
    // One line among others without a number.
    ("peer support 123\nrecovery", [false, false]),
    ("crisis line 988\nrecovery\nlay", [false, false]),
    // A single line.
    ("peer support 123", [false]),
  ])
  func `a number after one space`(text: String, isCount: [Bool]) throws {
    let strategy = try StrategyReader().read(text, syntax: .peerlit)
    for (line, isCount) in zip(strategy.lines, isCount) {
      #expect(text.split(separator: "\n").map(String.init).contains(line.text) != isCount)
      let note = line.query.notes.first { $0.contains("read as a hit count") }
      #expect((note != nil) == isCount)
    }
  }

  @Test func `a large number that is searched is reported`() throws {
    let strategy = try StrategyReader().read("peer support 123\nrecovery", syntax: .peerlit)
    #expect(strategy.lines[0].text == "peer support 123")
    #expect(
      strategy.lines[0].query.notes == [
        "“123” at the end is searched. If it is a hit count, put it in parentheses or after a "
          + "tab."
      ])
  }
}
