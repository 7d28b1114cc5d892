import Query
import Testing

/// Strategies whose lines are numbered within numbers: `1a`, `1.1`.
struct StrategySubnumbersTests {
  @Test(arguments: [
    (
      "1a. peer.ti.\n1b. lay.ti.\n1c. 1a or 1b\n2. support.ti.\n3. 1c and 2",
      "“1a” as the number of a line at line 1, character 1."
    ),
    (
      "1a peer.ti.\n1b lay.ti.\n2 1a or 1b", "“1a” as the number of a line at line 1, character 1."
    ),
    ("1A) peer.ti.\n1B) lay.ti.", "“1A” as the number of a line at line 1, character 1."),
    ("(1a) peer.ti.\n(1b) lay.ti.", "“1a” as the number of a line at line 1, character 1."),
    (
      "#1a peer[ti]\n#1b lay[ti]\n#2 #1a OR #1b",
      "“#1a” as the number of a line at line 1, character 1."
    ),
    (
      "S1a TI peer*\nS1b TI lay\nS2 S1a OR S1b",
      "“S1a” as the number of a line at line 1, character 1."
    ),
    (
      "1c. 1a or 1b\n1b. lay.ti.\n1a. peer.ti.",
      "“1c” as the number of a line at line 1, character 1."
    ),
    // Line 1 has parts, or a line was inserted after it.
    (
      "1. Population\n1a. peer.ti.\n1b. lay.ti.\n2. 1a or 1b",
      "“1a” as the number of a line at line 2, character 1."
    ),
    (
      "1. peer.ti.\n1a. lay.ti.\n2. 1 or 1a", "“1a” as the number of a line at line 2, character 1."
    ),
    ("1 peer.ti.\n1a lay.ti.\n2 1 or 1a", "“1a” as the number of a line at line 2, character 1."),
    (
      "1.1 peer.ti.\n1.2 support.ti.\n1.3 1.1 and 1.2",
      "“1.1” as the number of a line at line 1, character 1."
    ),
    (
      "1. Peers\n1.1. peer.ti.\n1.2. lay.ti.",
      "“1.1” as the number of a line at line 2, character 1."
    ),
  ])
  func `a number within a number is an error`(text: String, message: String) throws {
    let error = try #require(throws: QueryError.self) { try StrategyReader().read(text) }
    #expect(
      error.description == message
        + " Number the lines 1, 2, 3, and so on, also where other lines refer to them.")
  }

  @Test(arguments: [
    ("1. IL-1a.ti.\n2. HbA1c.ti.\n3. 1 or 2", "title:\"IL 1a\""),
    ("1. type 1 and 2 diabetes.ti.\n2. lay.ti.\n3. 1 or 2", "\"type 1\" AND title:\"2 diabetes\""),
    ("1. group 1 and group 2.ti.\n2. lay.ti.\n3. 1 or 2", "\"group 1\" AND title:\"group 2\""),
    ("1. genotype 1a.ti.\n2. genotype 1b.ti.\n3. 1 or 2", "title:\"genotype 1a\""),
    // Wrapped before a word that looks like a number.
    (
      "1. (genotype\n1a or genotype\n1b).ti.\n2. lay.ti.\n3. 1 or 2",
      "title:(\"genotype 1a\" OR \"genotype 1b\")"
    ),
    (
      "1. (beta\n1b receptor or beta\n2a).ti.\n2. lay.ti.\n3. 1 or 2",
      "title:(\"beta 1b receptor\" OR \"beta 2a\")"
    ),
    ("1. 2D imaging.ti.\n2. 3D imaging.ti.\n3. 1 or 2", "title:\"2D imaging\""),
  ])
  func `words with a number and a letter are searched`(text: String, first: String) throws {
    let strategy = try StrategyReader().read(text, syntax: .ovid)
    #expect(strategy.lines.map(\.number) == [1, 2, 3])
    #expect(strategy.lines[0].query.queryText == first)
    #expect(strategy.notes.isEmpty)
  }
}
