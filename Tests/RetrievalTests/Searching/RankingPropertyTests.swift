import Answers
import Query
import Retrieval
import SeededRandom
import TestSupport
import Testing

/// The top k equals that of exhaustive scoring, whatever changes the index has had.
struct RankingPropertyTests {
  /// A library that grew, changed and shrank over several runs, and its records by id.
  static func grow(
    _ corpus: inout RandomCorpus, sizes: [Int], sentences: Int
  ) throws -> (TemporaryLibrary, [String: Record]) {
    let library = try TemporaryLibrary()
    var files: [String: [Record]] = [:]
    for (call, size) in sizes.enumerated() {
      let name = "batch-\(call).jsonl"
      files[name] = (0..<size).map { corpus.record("\(call)-\($0)", sentences: sentences) }
      if call > 0 {
        // Some records of the previous batch change, and some are removed.
        let old = "batch-\(call - 1).jsonl"
        files[old] = files[old]?.compactMap { record in
          switch Int.random(in: 0..<10, using: &corpus.random) {
          case 0: nil
          case 1: corpus.record(record.id, sentences: sentences)
          default: record
          }
        }
      }
      for (name, records) in files { try library.write(name, records) }
      // Small indexes are rewritten after deletions, large ones keep them for a while.
      let account = try library.index(
        prune: true, smallIndex: Bool.random(using: &corpus.random) ? 0 : nil)
      #expect(account.records.addUp, "\(account)")
      #expect(!account.hasFailures)
    }
    let records = files.values.flatMap(\.self)
    return (library, Dictionary(records.map { ($0.id, $0) }) { first, _ in first })
  }

  private static func check(
    _ library: TemporaryLibrary, _ records: [String: Record], _ corpus: inout RandomCorpus,
    queries: Int
  ) throws {
    let postings = try library.use { try PlainPostings($0) }
    #expect(Set(postings.ids.values) == Set(records.keys))
    let index = try library.open()
    for _ in 0..<queries {
      let text = corpus.query()
      let tree = try QueryParser().parse(text).tree
      for unit in SearchRequest.Unit.allCases {
        var request = SearchRequest(text)
        request.exact = true
        request.unit = unit
        if Bool.random(using: &corpus.random) {
          request.filter = filter(&corpus.random)
        }
        let plain = ExhaustiveRanking(postings: postings, unit: unit)
        let expected = plain.rank(tree, limit: .max) { document in
          passes(request.filter, postings.ids[document].flatMap { records[$0] })
        }
        for limit in [1, 3, 10, 100, 1000, 100_000] {
          request.limit = limit
          let found = try index.rank(request).map {
            ExhaustiveRanking.Ranked(number: $0.number, score: $0.score)
          }
          let difference = Self.difference(found, Array(expected.prefix(limit)))
          #expect(
            difference == nil,
            "\(text) [\(unit), \(FilterJSON(request.filter)), top \(limit)]: \(difference ?? "")")
        }
        if unit == .passage { try count(request, index, postings, tree, expected) }
      }
    }
  }

  /// The counts in a response equal those of a plain ranking.
  private static func count(
    _ asked: SearchRequest, _ index: Index, _ postings: PlainPostings, _ tree: QueryTree,
    _ expected: [ExhaustiveRanking.Ranked]
  ) throws {
    var request = asked
    request.limit = 10
    request.count = true
    let answer = try index.search(request)
    #expect(answer.total.passages == expected.count, "\(request.text)")
    let documents = Set(expected.map { postings.documentOf[UInt32($0.number)] })
    #expect(answer.total.documents == documents.count, "\(request.text)")
    let matching = ExhaustiveRanking(postings: postings, unit: .passage).matches(tree)
    for (hit, ranked) in zip(answer.hits, expected) {
      let document = postings.documentOf[UInt32(ranked.number)]
      let inside = matching.filter { postings.documentOf[$0] == document }.count
      #expect(hit.moreInDocument == inside - 1, "\(request.text) in \(hit.document.id)")
    }
  }

  /// The first difference between two rankings, since they may be long.
  private static func difference(
    _ found: [ExhaustiveRanking.Ranked], _ expected: [ExhaustiveRanking.Ranked]
  ) -> String? {
    for place in 0..<max(found.count, expected.count) {
      let left = place < found.count ? found[place] : nil
      let right = place < expected.count ? expected[place] : nil
      if left != right {
        return "at \(place) \(left.map(\.description) ?? "nothing"), "
          + "expected \(right.map(\.description) ?? "nothing")"
      }
    }
    return nil
  }

  static func filter(_ random: inout SplitMix64) -> Filter {
    var filter = Filter()
    if Bool.random(using: &random) {
      let from = Int.random(in: 2000...2020, using: &random)
      filter.year.add(NumberRange(from: from, to: Bool.random(using: &random) ? from + 4 : nil))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      filter.sampleSize.add(NumberRange(from: nil, to: Int.random(in: 0...60, using: &random)))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let code = ["qualitative", "cross-sectional", CodeFilter.none].randomElement(using: &random)
      filter.method.wanted = [code ?? "cross-sectional"]
    }
    filter.includeUnknown = Int.random(in: 0..<4, using: &random) == 0
    return filter
  }

  static func passes(_ filter: Filter, _ record: Record?) -> Bool {
    guard let record else { return false }
    func lies(_ value: Int?, _ limits: NumberFilter) -> Bool {
      if limits.isEmpty { return true }
      guard let value else { return filter.includeUnknown }
      return limits.ranges.contains { value >= $0.lower ?? .min && value <= $0.upper ?? .max }
    }
    let wanted = filter.method.wanted
    let hasMethod =
      wanted.isEmpty || !wanted.isDisjoint(with: record.method)
      || (wanted == [CodeFilter.none] && record.method.isEmpty)
    return hasMethod && lies(record.year, filter.year) && lies(record.sampleSize, filter.sampleSize)
  }

  @Test(arguments: 0..<5)
  func `the top k equals exhaustive scoring`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed, words: [6, 20, 60][Int(seed) % 3])
    let (library, records) = try Self.grow(
      &corpus, sizes: [180, 50, 12, 3], sentences: seed % 2 == 0 ? 4 : 40)
    try Self.check(library, records, &corpus, queries: 25)
  }

  @Test func `the top k equals exhaustive scoring over lists of many rows`() throws {
    var corpus = RandomCorpus(seed: 77, words: 90)
    let (library, records) = try Self.grow(&corpus, sizes: [9_000, 1_500], sentences: 1)
    try Self.check(library, records, &corpus, queries: 25)
  }

  @Test func `a merged index ranks as a fresh one of the same documents`() throws {
    for seed in 0..<4 as Range<UInt64> {
      var corpus = RandomCorpus(seed: 100 + seed, words: 25)
      let (library, records) = try Self.grow(&corpus, sizes: [80, 60, 30, 5], sentences: 20)
      try library.index(optimize: true)
      let merged = try library.use { try PlainPostings($0) }
      #expect(merged.segmentCount == 1)
      let fresh = try TemporaryLibrary()
      let order = merged.ids.sorted { $0.key < $1.key }.map(\.value)
      try fresh.write("all.jsonl", order.compactMap { records[$0] })
      try fresh.index()
      let (left, right) = (try library.open(), try fresh.open())
      for _ in 0..<60 {
        var request = SearchRequest(corpus.query())
        request.exact = true
        request.limit = 1000
        for unit in SearchRequest.Unit.allCases {
          request.unit = unit
          let found = try left.references(request)
          let expected = try right.references(request)
          let isSame = found.elementsEqual(expected) { $0.id == $1.id && $0.score == $1.score }
          #expect(isSame, "\(request.text)")
        }
      }
      try Self.check(library, records, &corpus, queries: 15)
    }
  }
}
