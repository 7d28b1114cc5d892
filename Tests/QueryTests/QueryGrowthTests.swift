import Query
import TestSupport
import Testing

/// Queries designed to be slow; each must be read in time linear in its length.
///
/// Between two checks of the deadline, much of a long text may be read.
@Suite(.serialized) struct QueryGrowthTests {
  /// A kind of query of a given size.
  struct Input: Sendable, CustomTestStringConvertible {
    let name: String
    let size: Int
    var syntax: QuerySyntax?
    let text: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  private static func repeated(
    _ name: String, _ piece: String, _ size: Int, before: String = "", after: String = "",
    syntax: QuerySyntax? = nil
  ) -> Input {
    Input(name: name, size: size, syntax: syntax) { count in
      before + String(repeating: piece, count: count) + after
    }
  }

  private static let inputs: [Input] = [
    repeated("a combination of lines", "1 or  ", 20, before: "peer\nlay\n", after: "x"),
    // Each lexeme looked at the rest of the text.
    repeated("tagged words", "peer[ti] OR ", 200, after: "lay[ti]"),
    repeated("untagged words", "peer ", 200, after: "[ti", syntax: .pubmed),
    repeated("fields of Ovid without spaces", "a.ti.", 200),
    repeated("fields of Ovid with commas", ",ti", 400, before: "a* b"),
    repeated("fields of Ovid with points", ".ti", 400, before: "a", after: "!", syntax: .ovid),
    repeated("words that may be operators", "PEER NEXT ", 400, after: "LAY"),
    repeated("numbers in Ovid", "1 or ", 200, after: "2", syntax: .ovid),
    repeated("lists of lines in Ovid", "or/1, ", 200, after: "x", syntax: .ovid),
    repeated("letters after a point in Ovid", "a", 500, before: "peer.", syntax: .ovid),
    repeated("words before a slash in Ovid", "a or ", 200, after: "/", syntax: .ovid),
    repeated("points", "a.", 200, syntax: .scopus),
    repeated("brackets", "a[", 200, syntax: .scopus),
    repeated("parentheses after words", "a(b) OR ", 200, after: "c", syntax: .scopus),
    repeated("operators of EBSCOhost", "or ", 200, syntax: .ebsco),
    repeated("truncations of EBSCOhost", "a+", 200, before: "MH ", syntax: .ebsco),
    repeated("words of Web of Science", "a OR ", 200, after: "b", syntax: .wos),
    repeated("open parentheses of Web of Science", "a(", 200, syntax: .wos),
    // Recognition.
    repeated(
      "limits in rows of Web of Science", "x (Document Types) or ", 200, after: "y", syntax: .wos),
    Input(name: "ranges of a number", size: 200) { count in
      (0..<count).map { "n:\($0 * 2)" }.joined(separator: " OR ")
    },
    repeated("fields of EBSCOhost", "TI a ", 220),
    repeated("line breaks beside a field of EBSCOhost", " \n", 500, before: "TI a b", after: "c"),
    repeated("line breaks beside a field of Scopus", " \n", 500, before: "a TITLE (b)", after: "c"),
    repeated("fields of EBSCOhost with commas", "TI,", 400, before: "TI a "),
    repeated("parentheses beside a distance", "(a ", 200, before: "a N3 b ", after: "N3"),
    repeated("spaces before brackets", " ", 2000, before: "peer", after: "[is] good"),
    repeated("brackets after spaces", "a [is] ", 200),
    repeated("headings without an end", "exp a ", 200, before: "a/b "),
    repeated("capitals", "A ", 500, before: "a/b [1] "),
    Input(name: "different notes", size: 2000) { count in
      (0..<count).map { "exp A\($0)/" }.joined(separator: " or ")
    },
    Input(name: "different alternatives", size: 2000, syntax: .pubmed) { count in
      (0..<count).map { "w\($0)" }.joined(separator: " OR ")
    },
    // Captions.
    repeated(
      "captions after a search", "\nScopus (Elsevier), 3 May 2023", 180,
      before: "TITLE-ABS-KEY(peer)"),
    // Hit counts.
    repeated("spaces", " ", 2000, before: "1. peer\n2. lay", after: "x"),
    repeated("spaces before limits", " ", 500, before: "TI peer", after: "x", syntax: .ebsco),
    repeated(
      "spaces in a list of records", " ", 500, before: "from 1 keep", after: "x", syntax: .ovid),
    repeated("times", " 1:11:11", 200, before: "1. peer\n2. lay"),
    repeated("buttons", " /Display", 200, before: "1. peer\n2. lay"),
    repeated("numbers", " 111", 200, before: "1. peer\n2. lay", after: " x"),
  ]

  @Test(arguments: inputs)
  func `ten times the query takes at most 25 times as long`(input: Input) {
    func time(_ size: Int) -> Duration {
      let text = input.text(size)
      return medianProcessorTime { _ = try? QueryParser().parse(text, syntax: input.syntax) }
    }
    let short = max(.milliseconds(50), time(input.size))
    #expect(time(input.size * 10) <= short * 25)
  }

  @Test func `of very many lines, only as many as a strategy can have are looked at`() {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: "a\r\n", count: count)
      return medianProcessorTime { _ = StrategyReader.isStrategy(text, isLong: true) }
    }
    #expect(time(60_000) <= max(.milliseconds(50), time(2000)) * 4)
  }

  @Test(arguments: [
    ("NOT b[ti] ", QuerySyntax.pubmed, "More than 500 nested operators or fields"),
    ("OR b[ti] AND c[ti] ", .pubmed, "More than 500 nested operators or fields"),
    ("[ti] ", .pubmed, "More than 500 nested operators or fields"),
    ("n1 b ", .ebsco, "More than 500 nested operators or fields"),
  ])
  func `a tree is not nested deeper than the stack allows`(
    piece: String, syntax: QuerySyntax, message: String
  ) throws {
    let text = "a " + String(repeating: piece, count: 600)
    let error = try #require(throws: QueryError.self) {
      try QueryParser().parse(text, syntax: syntax)
    }
    #expect(error.description.hasPrefix(message))
  }

  @Test func `a long list of untagged words is not nested`() throws {
    let text = String(repeating: "heart attack OR ", count: 600) + "stroke"
    let query = try QueryParser().parse(text, syntax: .pubmed)
    #expect(query.queryText == "heart AND attack OR stroke")
  }

  @Test(arguments: [" OR ", " "])
  func `ranges for one field are limited`(separator: String) throws {
    func text(_ count: Int) -> String {
      (1...count).map { "n:\($0 * 2)" }.joined(separator: separator)
    }
    #expect(try QueryParser().parse(text(1000)).filter.sampleSize.ranges.count == 1000)
    let error = try #require(throws: QueryError.self) { try QueryParser().parse(text(1001)) }
    #expect(error.description.hasPrefix("More than 1000 ranges for one field at character "))
  }

  @Test func `sixty limits after rows of Web of Science are not nested`() throws {
    let text = Array(repeating: "Review (Document Types)", count: 60).joined(separator: " or ")
    let query = try QueryParser().parse("peer (Topic) and (\(text))", syntax: .wos)
    #expect(query.queryText == "(title:peer OR abstract:peer OR keyword:peer) AND type:review")
  }

  @Test func `fields in a row are limited`() throws {
    let error = try #require(throws: QueryError.self) {
      try QueryParser().parse(String(repeating: "TS=", count: 600) + "peer")
    }
    #expect(error.description.hasPrefix("More than 50 fields in a row at character"))
  }
}
