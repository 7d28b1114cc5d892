import Answers
import Query
import Retrieval
import Testing

struct QueryHeadingTests {
  @Test(arguments: [
    ("1. peer\n2. support", false, false, "the strategy"),
    ("1 peer.ti.\n2 support.ti.\n3 or/1-2", false, false, "the strategy"),
    ("peer\nsupport", false, true, "the strategy"),
    // Searched as words, or as one query.
    ("1. peer\n2. support", true, false, "the query"),
    ("1. peer\n2. support #7", false, false, "the query"),
    ("peer\nsupport", false, false, "the query"),
    ("TITLE(peer)\nAND TITLE(support)", false, false, "the query"),
    ("peer support", false, false, "“peer support”"),
  ])
  func `a multi-line text is called a strategy if it was run as one`(
    text: String, isPlain: Bool, isStrategy: Bool, heading: String
  ) throws {
    var request = SearchRequest(text)
    request.plain = isPlain
    request.isStrategy = isStrategy
    #expect(try SeedIndex.index.get().search(request).query.heading == heading)
  }
}
