import Answers
import Query
import Retrieval
import Testing

/// Random queries with filters in their parts find the records for which they are true.
struct FilteredPartsTests {
  /// A record and all its words.
  private struct Known {
    var record: Record
    var words: Set<String>

    init(_ record: Record) {
      self.record = record
      let fields = [record.title, record.text] + record.authors
      words = Set(
        fields.joined(separator: " ").lowercased().split { !$0.isLetter }.map(String.init))
    }
  }

  private indirect enum Tree {
    case word(String)
    case years(ClosedRange<Int>)
    case method(String)
    case and([Tree])
    case or([Tree])
    case not(Tree)

    /// The query as typed.
    var text: String {
      switch self {
      case .word(let word): word
      case .years(let years): "year:\(years.lowerBound)..\(years.upperBound)"
      case .method(let code): "method:\(code)"
      case .and(let parts): "(" + parts.map(\.text).joined(separator: " AND ") + ")"
      case .or(let parts): "(" + parts.map(\.text).joined(separator: " OR ") + ")"
      case .not(let part): "NOT \(part.text)"
      }
    }

    /// Whether a record is found.
    ///
    /// - Parameters:
    ///   - unknown: whether a record without a year is in every range.
    ///   - isKept: whether such records stay, so that no excluded range removes them.
    func finds(_ known: Known, unknown: Bool, isKept: Bool) -> Bool {
      switch self {
      case .word(let word): known.words.contains(word)
      case .years(let years): known.record.year.map { years.contains($0) } ?? unknown
      case .method("none"): known.record.method.isEmpty
      case .method("review"): known.record.method.contains { $0.hasSuffix("-review") }
      case .method(let code): known.record.method.contains(code)
      case .and(let parts):
        parts.allSatisfy { $0.finds(known, unknown: unknown, isKept: isKept) }
      case .or(let parts):
        parts.contains { $0.finds(known, unknown: unknown, isKept: isKept) }
      case .not(let part):
        !part.finds(known, unknown: isKept ? !unknown : unknown, isKept: isKept)
      }
    }
  }

  private struct Queries {
    var corpus: RandomCorpus

    private mutating func random(_ range: ClosedRange<Int>) -> Int {
      Int.random(in: range, using: &corpus.random)
    }

    /// A tree with words that are not excluded.
    mutating func tree(_ depth: Int) -> Tree {
      switch depth == 0 ? 0 : random(0...4) {
      case 1, 2: .and([tree(depth - 1)] + (0...random(0...1)).map { _ in limit(depth - 1) })
      case 3: .or([tree(depth - 1), tree(depth - 1)])
      case 4: .or([tree(depth - 1), filter()])
      default: .word(corpus.word())
      }
    }

    private mutating func limit(_ depth: Int) -> Tree {
      switch random(0...3) {
      case 0: .not(tree(depth))
      case 1: .not(filter())
      case 2: filter()
      default: tree(depth)
      }
    }

    private mutating func filter() -> Tree {
      if random(0...1) == 0 {
        let first = random(1998...2020)
        return .years(first...first + random(0...8))
      }
      let codes = ["review", "systematic-review", "qualitative", "cohort", "none"]
      return .method(codes[random(0...codes.count - 1)])
    }
  }

  /// A library of several runs, and its records.
  private static func library(
    _ corpus: inout RandomCorpus
  ) throws -> (TemporaryLibrary, [Record]) {
    let library = try TemporaryLibrary()
    let methods = [
      ["systematic-review"], ["scoping-review"], ["qualitative"], ["qualitative", "cohort"], [],
    ]
    var all: [Record] = []
    for run in 0..<3 {
      var records = (0..<25).map { corpus.record("\(run)-\($0)", sentences: 1) }
      for index in records.indices {
        records[index].method = methods.randomElement(using: &corpus.random) ?? []
      }
      all += records
      if run > 0 { all.remove(at: run) }
      try library.write("a.jsonl", all)
      try library.index(prune: true, smallIndex: 0)
    }
    return (library, all)
  }

  @Test(arguments: 0..<4)
  func `a filter in a part of a query applies to this part`(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: 900 + seed, words: [10, 20, 40, 80][Int(seed)])
    let (library, records) = try Self.library(&corpus)
    let index = try library.open()
    let known = records.map(Known.init)
    var queries = Queries(corpus: corpus)
    for round in 0..<60 {
      let tree = queries.tree(3)
      var request = SearchRequest(tree.text)
      request.exact = true
      request.filter.includeUnknown = round % 2 == 0
      request.limit = 1000
      let isKept = request.filter.includeUnknown
      let expected = known.filter { tree.finds($0, unknown: isKept, isKept: isKept) }
        .map(\.record.id)
      let answer = try index.search(request)
      let found = answer.hits.map(\.document.id)
      #expect(found.sorted() == expected.sorted(), "\(tree.text), \(isKept)")
      #expect(answer.total.documents == expected.count, "\(tree.text)")
      // No document is lost between pages, and none is on two.
      var paged: [String] = []
      request.limit = 7
      for offset in stride(from: 0, to: found.count, by: 7) {
        request.offset = offset
        paged += try index.search(request).hits.map(\.document.id)
      }
      #expect(paged == found, "\(tree.text)")
    }
  }
}
