import Analysis
import Answers
import Foundation
import Literature
import Query
import Retrieval
import Testing

/// The judged list of word families: pairs of words that only look alike are not added to a query,
/// even if they always occur together.
struct WordFamilyListTests {
  /// A word and one that was added to it, with the judgments of two readers.
  struct Pair: Sendable, CustomTestStringConvertible {
    var set: String
    var word: String
    var added: String
    /// The words of both terms, separated by spaces.
    var words: String
    var judgments: [String]

    var testDescription: String { "\(word), \(added)" }
    var isRight: Bool { judgments.allSatisfy { $0 == "right" } }
  }

  private static let pairs: [Pair] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appending(path: "tools/evaluation/word-families.tsv")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return Table(text: text).rows.map {
      Pair(
        set: $0["set"], word: $0["word"], added: $0["added"], words: $0["words"],
        judgments: [$0["first"], $0["second"]])
    }
  }()

  private static let index: Result<(TemporaryLibrary, Index), any Error> = Result {
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

  /// The terms that are added to a word as its family.
  private func family(of word: String) throws -> Set<String> {
    let analyzer = try Analyzer()
    var request = SearchRequest(word)
    request.unit = .passage
    let expansions = try Self.index.get().1.search(request).query.expansions
    return Set(
      expansions.filter { $0.why == .wordFamily }.flatMap(\.added)
        .flatMap { analyzer.tokens(in: $0).map(\.term) })
  }

  private func term(_ word: String) throws -> String {
    try #require(try Analyzer().tokens(in: word).first?.term)
  }

  @Test(arguments: pairs.filter { $0.set == "before" })
  func `what was judged wrong is not added, and is not merged by the stemmer`(
    pair: Pair
  ) throws {
    #expect(!pair.isRight)
    #expect(try !family(of: pair.word).contains(term(pair.added)))
    #expect(try term(pair.word) != term(pair.added))
  }
}
