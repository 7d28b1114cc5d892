import Testing
import peerlit

struct ArgumentListTests {
  let commands = ["search", "show", "index", "facets", "similar"]

  @Test(arguments: [
    (["-mentor", "peer"], ["-mentor", "peer"]),
    (["search", "-hcv", "--limit", "5"], ["search", "-hcv", "--limit", "5"]),
    (["--limit", "-5", "a"], ["--limit", "-5", "a"]),
  ])
  func `an argument with a single dash is query text`(typed: [String], plain: [String]) throws {
    let list = try ArgumentList(typed, commands: commands) { _ in [] }
    #expect(list.arguments.map(ArgumentList.unmarked) == plain)
    #expect(list.arguments.allSatisfy { !$0.hasPrefix("-") || $0.hasPrefix("--") })
  }

  @Test(arguments: [["-h"], ["show", "-xyz"], ["help", "-x"], ["search", "--limit", "-"]])
  func `other arguments stay`(typed: [String]) throws {
    #expect(try ArgumentList(typed, commands: commands) { _ in [] }.arguments == typed)
  }

  @Test(arguments: [
    (["a", "-n", "5"], ["a", "-n", "5"]), (["a", "-n5"], ["a", "-n", "5"]),
    (["a", "-n=5"], ["a", "-n", "5"]), (["a", "-x5"], ["a", "\u{E000}-x5"]),
    (["a", "--", "-x"], ["a", "--", "-x"]), (["-V"], ["--version"]),
    (["search", "-V"], ["search", "--version"]),
  ])
  func `single letters are options`(typed: [String], parsed: [String]) throws {
    let list = try ArgumentList(typed, commands: commands) { _ in ["-n", "--limit"] }
    #expect(list.arguments == parsed)
  }

  @Test(arguments: [
    (
      ["peer", "-l"],
      "Unknown option “-l”. Did you mean “--limit” or “--language”? To exclude the word “l”, put "
        + "“-l” after “--”."
    ),
    (["peer", "-x"], "Unknown option “-x”. To exclude the word “x”, put “-x” after “--”."),
    (["show", "-l"], "Unknown option “-l”. Did you mean “--limit” or “--language”?"),
  ])
  func `an unknown letter is an error with suggestions`(typed: [String], message: String) {
    let error = #expect(throws: UsageError.self) {
      try ArgumentList(typed, commands: commands) { _ in ["-n", "--limit", "--language"] }
    }
    #expect(error?.description == message)
  }

  @Test(
    arguments: [
      ("serach", "search"), ("shw", "show"), ("shown", "show"), ("facet", "facets"),
      ("simlar", "similar"), ("peer", nil), ("show", nil), ("Show", nil), ("shows it", nil),
      ("how", nil),
    ] as [(String, String?)])
  func `a misspelled command is noticed`(word: String, command: String?) throws {
    let note = try ArgumentList([word, "x"], commands: commands) { _ in [] }.note
    #expect(note == command.map { "Searched for “\(word)”. Did you mean the command “\($0)”?" })
  }
}
