import Analysis
import Answers
import Foundation
import Literature
import Query
import Retrieval
import Testing

/// The judged lists of word families: what was judged right is added to a query, and pairs of words
/// that only look alike are not, even if they always occur together.
struct WordFamilyListTests {
  /// A word and one that was added to it, with the judgments of two readers.
  struct Pair: Sendable, CustomTestStringConvertible {
    var set: String
    var word: String
    var added: String
    /// The words of both terms, separated by spaces, as often as they occur in the index.
    var words: String
    var judgments: [String]

    var testDescription: String { "\(word), \(added)" }
    var isRight: Bool { judgments.allSatisfy { $0 == "right" } }
  }

  /// The rows of a list in `tools/evaluation`.
  private static func rows(_ name: String) -> [Table.Row] {
    let root = (0..<5).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let path = root.appending(path: "tools/evaluation/" + name)
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return Table(text: text).rows
  }

  private static let pairs = rows("word-families.tsv").map {
    Pair(
      set: $0["set"], word: $0["word"], added: $0["added"], words: $0["words"],
      judgments: [$0["first"], $0["second"]])
  }

  /// Additions of the present rules to random words of four collections, and decoys.
  private static let drawn = rows("word-families-drawn.tsv").map {
    Pair(
      set: $0["kind"], word: $0["word"], added: $0["added"],
      words: repeated($0["words"]), judgments: [$0["first"], $0["second"]])
  }

  /// The words of `method:20 methods:7`, each as often as its share of the occurrences says.
  private static func repeated(_ counts: String) -> String {
    let words = counts.split(separator: " ").map { entry in
      let parts = entry.split(separator: ":")
      return (word: parts.first ?? "", count: parts.last.flatMap { Int($0) } ?? 1)
    }
    let most = max(1, words.map(\.count).max() ?? 1)
    return words.flatMap { repeatElement($0.word, count: max(1, $0.count * 20 / most)) }
      .joined(separator: " ")
  }

  /// An index in which the words of each pair occur together.
  private static func index(_ pairs: [Pair]) throws -> (TemporaryLibrary, Index) {
    let library = try TemporaryLibrary()
    let records = pairs.enumerated().flatMap { number, pair in
      (0..<3).map {
        Record("pair-\(number)-\($0)", title: "", text: pair.words)
      }
    }
    try library.write("a.jsonl", records)
    try library.index()
    return (library, try library.open())
  }

  private static let ofPairs = Result { try index(pairs) }
  private static let ofDrawn = Result { try index(drawn) }

  /// The terms that are added to a word as its family.
  private func family(
    of word: String, _ index: Result<(TemporaryLibrary, Index), any Error>
  ) throws -> Set<String> {
    let analyzer = try Analyzer()
    var request = SearchRequest(word)
    request.unit = .passage
    let expansions = try index.get().1.search(request).query.expansions
    return Set(
      expansions.filter { $0.why == .wordFamily }.flatMap(\.added)
        .flatMap { analyzer.tokens(in: $0).map(\.term) })
  }

  private func term(_ word: String) throws -> String {
    try #require(try Analyzer().tokens(in: word).first?.term)
  }

  @Test(arguments: pairs.filter { $0.set == "before" })
  func `words that were judged wrong are neither added nor merged by the stemmer`(
    pair: Pair
  ) throws {
    #expect(!pair.isRight)
    #expect(try !family(of: pair.word, Self.ofPairs).contains(term(pair.added)))
    #expect(try term(pair.word) != term(pair.added))
  }

  @Test(arguments: drawn)
  func `additions that were judged right are made, and those judged wrong are not`(pair: Pair)
    throws
  {
    #expect(pair.isRight == (pair.set == "added"))
    let family = try family(of: pair.word, Self.ofDrawn)
    #expect(try family.contains(term(pair.added)) == pair.isRight)
  }

  @Test func `the drawn list has the additions and decoys that were judged`() {
    #expect(Self.drawn.count { $0.set == "added" } == 49)
    #expect(Self.drawn.count { $0.set == "decoy" } == 25)
  }
}
