import Answers
import Query
import Retrieval
import Testing

/// Structured queries find the same as trying every combination.
struct StructuredQueryTests {
  /// Random queries of words in a collection.
  private struct Queries {
    var corpus: RandomCorpus

    mutating func tree(_ depth: Int = 3) -> QueryTree {
      switch depth <= 0 ? 0 : Int.random(in: 0..<8, using: &corpus.random) {
      case 1, 2: .and(operands(depth, excludes: true))
      case 3, 4: .or(operands(depth, excludes: false))
      case 5: .field(field(), inField(depth - 1))
      default: atom(2)
      }
    }

    private mutating func field() -> QueryField {
      let fields: [QueryField] = [.title, .author, .abstract]
      return fields.randomElement(using: &corpus.random) ?? .title
    }

    private mutating func operands(_ depth: Int, excludes: Bool) -> [QueryTree] {
      (0..<Int.random(in: 2...3, using: &corpus.random)).map { index in
        let operand = tree(depth - 1)
        let isExcluded = excludes && index > 0 && Int.random(in: 0..<3, using: &corpus.random) == 0
        return isExcluded ? .not(operand) : operand
      }
    }

    private mutating func inField(_ depth: Int) -> QueryTree {
      switch depth <= 0 ? 3 : Int.random(in: 0..<4, using: &corpus.random) {
      case 0: .or([inField(depth - 1), inField(depth - 1)])
      case 1: .and([inField(depth - 1), .not(atom(1))])
      case 2: .and([inField(depth - 1), inField(depth - 1)])
      default: atom(1)
      }
    }

    /// A random query that has positions.
    private mutating func atom(_ depth: Int) -> QueryTree {
      switch depth <= 0 ? 0 : Int.random(in: 0..<10, using: &corpus.random) {
      case 4, 5: .near(distance: distance(), nearby(depth))
      case 6: .pre(distance: distance(), nearby(depth))
      default: leaf()
      }
    }

    private mutating func nearby(_ depth: Int) -> [QueryTree] {
      // Trying every combination of three is slow.
      let count = Int.random(in: 0..<5, using: &corpus.random) == 0 ? 3 : 2
      return (0..<count).map { _ in
        switch Int.random(in: 0..<4, using: &corpus.random) {
        case 0: .or([leaf(), leaf()])
        case 1: atom(depth - 1)
        default: leaf()
        }
      }
    }

    private mutating func distance() -> Int { Int.random(in: 1...5, using: &corpus.random) }

    private mutating func leaf() -> QueryTree {
      let word = corpus.word()
      return switch Int.random(in: 0..<8, using: &corpus.random) {
      case 0: .phrase([word, corpus.word()])
      case 1: .prefix(String(word.prefix(2)))
      case 2: .wildcard(word.prefix(1) + "?" + word.dropFirst(1))
      case 3: .wildcard(word.prefix(1) + "#" + word.dropFirst(2))
      case 4: .wildcard(word.prefix(1) + "*" + word.suffix(2))
      case 5: .pre(distance: 0, [.word(word), .prefix(String(corpus.word().prefix(1)))])
      case 6: .wildcard(word.prefix(3) + "??")
      default: .word(word)
      }
    }
  }

  @Test(arguments: 0..<4)
  func `a structured query finds the documents that it describes`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 500 + seed, words: [8, 15, 40, 80][Int(seed)])
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", (0..<30).map { corpus.record("a\($0)", sentences: 1) })
    try library.index()
    try library.write("b.jsonl", (0..<6).map { corpus.record("b\($0)", sentences: 10) })
    try library.index()
    let plain = PlainMatching(postings: try library.use { try PlainPostings($0) })
    let index = try library.open()
    var queries = Queries(corpus: corpus)
    for _ in 0..<80 {
      let tree = queries.tree()
      let text = tree.queryText
      let parsed = try QueryParser().parse(text)
      let expected = Set(plain.documents(tree).compactMap { plain.postings.ids[$0] })
      #expect(
        Set(plain.documents(parsed.tree).compactMap { plain.postings.ids[$0] }) == expected,
        "\(text): \(parsed.tree)")
      var request = SearchRequest(text)
      request.exact = true
      request.unit = .document
      request.limit = 1000
      request.count = true
      let found = try index.search(request)
      let ids = Set(found.hits.map(\.document.id))
      #expect(ids == expected, "\(text)\n\(tree)")
      #expect(found.total.documents == expected.count, "\(text)")
    }
  }

  private func library() throws -> TemporaryLibrary {
    let library = try TemporaryLibrary()
    func record(_ id: String, _ text: String) -> Record {
      var record = Record(id)
      record.title = "Record \(id)"
      record.text = text
      return record
    }
    try library.write(
      "a.jsonl",
      [
        record("support", "Peers give much needed support."),
        record("work", "The work of a peer worker."),
        record("alone", "A peer."),
        record("self", "Harm reduction for oneself and self care."),
        record("harm", "About self-harm and suicide."),
        record("american", "Behavior after psychosis in a woman."),
        record("british", "Behaviour and psychoses in women."),
      ])
    try library.index()
    return library
  }

  @Test(arguments: [
    ("peer* NEAR/3 (support* OR work*)", ["support", "work"]),
    ("(peer* NEAR/3 support*) OR (peer* NEAR/3 work*)", ["support", "work"]),
    ("\"peer worker*\"", ["work"]),
    ("\"peer work*\" AND work", ["work"]),
    ("behavio?r", ["american", "british"]), ("psychos#s", ["american", "british"]),
    ("psychos?s", ["american", "british"]), ("wom?n", ["american", "british"]),
    ("peer NEAR peer", []),
    ("self-harm OR nothing", ["harm"]), ("suicide AND self-harm", ["harm"]),
    ("harm NOT self-harm", ["self"]),
    ("peer AND the", ["work"]), ("peer NOT of", ["support", "alone"]),
    // In a list in parentheses, stop words count only if it has no other words.
    ("peer AND (support of)", ["support"]), ("peer NOT (support of)", ["work", "alone"]),
    ("peer AND (of the)", ["work"]), ("peer NOT (of the)", ["support", "alone"]),
    ("suicide OR (of NOT support)", ["work", "harm"]), ("+of peer", ["work"]),
    ("abstract:(support of)", ["support"]), ("abstract:(of the)", ["work"]),
    ("abstract:(peer AND of)", ["work"]),
  ])
  func `the forms of review strategies`(text: String, ids: [String]) throws {
    let library = try library()
    var request = SearchRequest(text)
    request.exact = true
    request.unit = .document
    let found = try library.open().search(request)
    #expect(Set(found.hits.map(\.document.id)) == Set(ids))
  }
}
