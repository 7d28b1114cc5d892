import Testing
import peerlit

struct ArgumentListTests {
  let commands = ["search", "show", "index", "facets", "similar"]

  @Test(arguments: [
    (["-mentor", "peer"], ["-mentor", "peer"]),
    (["search", "-hcv", "--limit", "5"], ["search", "-hcv", "--limit", "5"]),
    (["--limit", "-5", "a"], ["--limit", "-5", "a"]),
  ])
  func `an argument with a single dash is query text`(typed: [String], plain: [String]) {
    let list = ArgumentList(typed, commands: commands)
    #expect(list.arguments.map(ArgumentList.unmarked) == plain)
    #expect(list.arguments.allSatisfy { !$0.hasPrefix("-") || $0.hasPrefix("--") })
  }

  @Test(arguments: [["-h"], ["show", "-x"], ["help", "-x"], ["search", "--limit", "-"]])
  func `other arguments stay`(typed: [String]) {
    #expect(ArgumentList(typed, commands: commands).arguments == typed)
  }

  @Test(
    arguments: [
      ("serach", "search"), ("shw", "show"), ("shown", "show"), ("facet", "facets"),
      ("simlar", "similar"), ("peer", nil), ("show", nil), ("Show", nil), ("shows it", nil),
    ] as [(String, String?)])
  func `a first word close to a command is noticed`(word: String, command: String?) {
    let note = ArgumentList([word, "x"], commands: commands).note
    #expect(
      note == command.map { "“\(word)” was searched for; did you mean the command \($0)?" })
  }
}
