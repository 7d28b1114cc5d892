import Query
import Testing

/// Lists of Ovid's fields, wherever they are looked for.
struct OvidFieldMarkTests {
  private static let closed: [String] = [".ti.", ".ti,ab.", ".ti, ab.", ".mp.", ".tw,kf."]
  private static let unclosed: [String] = [".ti", ".ti,ab", ".tw,kf"]

  @Test(arguments: closed + unclosed)
  func `fields show that a search is for Ovid`(fields: String) throws {
    for term in ["peer", "peer*", "(peer or lay)", "\"peer support\"", "peer$"] {
      #expect(try QueryParser().parse(term + fields).syntax == .ovid, "\(term)\(fields)")
    }
  }

  @Test(arguments: [".tie.", ".t.", ".co.uk", ".gov.au.", ".5.", ".TI"])
  func `other points do not`(end: String) throws {
    #expect(try QueryParser().parse("peer support" + end).syntax == .peerlit)
  }

  @Test(arguments: closed)
  func `a number after fields is a hit count`(fields: String) throws {
    let strategy = try StrategyReader().read(
      "1. peer\(fields) 12\n2. lay people\n3. 1 or 2", syntax: .ovid)
    #expect(strategy.lines.first?.text == "peer\(fields)")
    #expect(strategy.notes == ["Line 1: the hit count at the end was removed."])
  }

  @Test(arguments: closed + unclosed)
  func `words after fields are a comment`(fields: String) throws {
    let strategy = try StrategyReader().read(
      "1. peer\(fields)\nall of these words\n2. lay", syntax: .ovid)
    #expect(strategy.lines.first?.text == "peer\(fields)")
    #expect(strategy.notes == ["“all of these words” is not part of the strategy and was skipped."])
  }

  @Test(arguments: unclosed)
  func `a list that ends with a comma goes on`(fields: String) throws {
    let strategy = try StrategyReader().read("1. peer\(fields),\nkw.\n2. lay", syntax: .ovid)
    #expect(strategy.lines.first?.text == "peer\(fields), kw.")
    #expect(strategy.notes.isEmpty)
  }

  @Test(arguments: closed + unclosed)
  func `fields of Ovid on other platforms are errors`(fields: String) throws {
    let isClosed = fields.hasSuffix(".")
    let query = "peer\(fields.replacing(" ", with: "")) AND lay[ti]"
    guard isClosed else {
      let words = "peer" + fields.replacing(",", with: " ")
      let term = words.contains(" ") ? "\"\(words)\"" : words
      let found = try QueryParser().parse(query, syntax: .pubmed)
      #expect(found.queryText == "\(term) AND title:lay")
      return
    }
    let error = try #require(throws: QueryError.self) {
      try QueryParser().parse(query, syntax: .pubmed)
    }
    #expect(error.description.contains("a field of Ovid, in a search for PubMed,"))
  }
}
