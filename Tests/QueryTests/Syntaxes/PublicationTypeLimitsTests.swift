import Query
import Testing

/// A limit to a publication type finds what the field of publication types finds.
struct PublicationTypeLimitsTests {
  /// Names that look like lists.
  private static let divided = [
    "Clinical Trial, Phase I", "Clinical Trial, Phase II", "Clinical Trial, Phase III",
    "Clinical Trial, Phase IV", "Clinical Trial, Veterinary",
    "Consensus Development Conference, NIH", "Observational Study, Veterinary",
    "Randomized Controlled Trial, Veterinary", "Instructional Film and Video",
  ]

  private static var names: [String] { PublicationTypes.usualKeys.sorted() + divided }

  private static func search(_ text: String, _ syntax: QuerySyntax) throws -> String? {
    try StrategyReader().read(text, syntax: syntax).lines.last?.query.queryText
  }

  @Test func `Ovid's limits and its field find the same`() throws {
    for name in Self.names {
      let field = try Self.search("1. peer.ti.\n2. 1 and \"\(name)\".pt.", .ovid)
      for limit in [name, "\"\(name)\"", "(\(name))", "(\(name) and english)"] {
        let limited = try Self.search("1. peer.ti.\n2. limit 1 to \(limit)", .ovid)
        #expect(limited == field, "\(limit)")
      }
    }
  }

  @Test func `PubMed's filters and its tag find the same`() throws {
    for name in Self.names {
      let tag = try Self.search("#1 peer[ti]\n#2 #1 AND \"\(name)\"[pt]", .pubmed)
      for filters in [name, "\(name), English", "Humans, \(name)"] {
        let filtered = try Self.search("#1 peer[ti]\n#2 #1 Filters: \(filters)", .pubmed)
        #expect(filtered == tag, "\(filters)")
      }
    }
  }

  @Test(arguments: [
    (
      "#1 Filters: Clinical Trial, Phase II, Letter",
      "title:peer AND (type:\"clinical trial phase ii\" OR type:letter)"
    ),
    ("#1 Filters: Letter, 2020", "title:peer AND type:letter year:2020"),
    ("#1 Filters: 2020, Letter", "title:peer AND type:letter year:2020"),
  ])
  func `only the parts of a name are joined`(line: String, expected: String) throws {
    #expect(try Self.search("#1 peer[ti]\n#2 \(line)", .pubmed) == expected)
  }
}
