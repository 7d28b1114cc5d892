import Query
import Testing

/// Marks inside words, such as those of decimals and abbreviations, are read in strategies as they
/// are in texts and in peerlit's own language.
struct WordMarkTests {
  /// Terms in quotation marks, and their words.
  private static let terms: [(String, [String])] = [
    ("2.5 mg", ["2.5", "mg"]), ("0.05", ["0.05"]), ("10,000", ["10,000"]),
    ("1,25-dihydroxy", ["1,25", "dihydroxy"]), ("i.v.", ["i.v"]), ("t.i.d.", ["t.i.d"]),
    ("U.S. veterans", ["U.S", "veterans"]), ("Ph.D", ["Ph.D"]), ("B.1.1.7", ["B", "1.1.7"]),
    ("gene_a", ["gene_a"]),
    // Marks between words.
    ("peer.Support", ["peer", "Support"]), ("peer,support", ["peer", "support"]),
    ("peer, 2", ["peer", "2"]), ("HIV/AIDS", ["HIV", "AIDS"]), ("p<.05", ["p", "05"]),
    ("a; 5", ["a", "5"]), ("3:1", ["3", "1"]),
  ]

  @Test(arguments: terms)
  func `a phrase in quotation marks`(text: String, words: [String]) throws {
    let tree: QueryTree = words.count == 1 ? .word(words[0]) : .phrase(words)
    let searches: [(String, QuerySyntax)] = [
      ("\"\(text)\".ti.", .ovid), ("\"\(text)\"[ti]", .pubmed), ("TI \"\(text)\"", .ebsco),
      ("TITLE(\"\(text)\")", .scopus), ("TITLE({\(text)})", .scopus), ("TI=(\"\(text)\")", .wos),
    ]
    for (search, syntax) in searches {
      let query = try QueryParser().parse(search, syntax: syntax)
      #expect(query.tree == .field(.title, tree), "\(search)")
      let again = try QueryParser().parse(query.queryText, syntax: .peerlit)
      #expect(again.queryText == query.queryText, "\(search)")
    }
  }

  @Test(arguments: [
    ("2.5 mg.ti.", "title:\"2.5 mg\""), ("i.v.ti.", "title:i.v"),
    ("0.05.ti,ab.", "title:0.05 OR abstract:0.05"),
    ("u.s.ti. or lay.ti.", "title:u.s OR title:lay"),
    ("(10,000 adj3 i.v.).ti.", "title:(10,000 NEAR/2 i.v)"),
    ("0.5$.ti. or i.v*.ti.", "title:0.5* OR title:i.v*"),
  ])
  func `words without quotation marks in Ovid`(text: String, expected: String) throws {
    #expect(try QueryParser().parse(text, syntax: .ovid).queryText == expected)
  }

  @Test(arguments: [
    ("\"0.5* mg\"", "(phrase (prefix 0.5) mg)"), ("i.v*", "(prefix i.v)"),
    ("peer.Supp*", "(phrase peer (prefix supp))"), ("self-harm*", "(phrase self (prefix harm))"),
  ])
  func `wildcards in peerlit's own language`(text: String, tree: String) throws {
    #expect(try QueryParser().parse(text, syntax: .peerlit).tree.description == tree)
  }
}
