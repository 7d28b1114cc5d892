import Analysis
import Query
import Retrieval
import Testing

/// Properties of the passages of any text.
struct PassageCutterTests {
  /// Sentences and words of a text.
  private static func parts(_ text: String) throws -> (sentences: [Range<Int>], words: [Range<Int>])
  {
    let analyzer = try Analyzer()
    var text = text
    let sentences = text.withUTF8 { analyzer.sentences(in: $0) }
    return (sentences, analyzer.tokens(in: text).filter { $0.isWord }.map(\.bytes))
  }

  private static func check(_ text: String) throws -> [Range<Int>] {
    let (sentences, words) = try parts(text)
    let passages = PassageCutter.cut(sentences: sentences, words: words)
    #expect(passages.allSatisfy { $0.count <= 4096 || words.contains($0) })
    #expect(zip(passages, passages.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(passages.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= text.utf8.count })
    // Every word is in exactly one passage, and no passage has more than 300 words.
    var counts = [Int](repeating: 0, count: passages.count)
    var passage = 0
    for word in words {
      while passage < passages.count, passages[passage].upperBound < word.upperBound {
        passage += 1
      }
      let isInside =
        passage < passages.count && passages[passage].lowerBound <= word.lowerBound
      #expect(isInside, "\(word) of \(text.utf8.count) bytes")
      guard isInside else { return passages }
      counts[passage] += 1
    }
    #expect(counts.allSatisfy { $0 <= 300 })
    #expect(passages.count < 2 || counts.allSatisfy { $0 > 0 })
    // Sentences that are short enough are not divided.
    for sentence in sentences where sentence.count <= 4096 {
      let inside = words.filter {
        $0.lowerBound >= sentence.lowerBound && $0.upperBound <= sentence.upperBound
      }
      if inside.count <= 180, !inside.isEmpty {
        #expect(
          passages.contains {
            $0.lowerBound <= sentence.lowerBound && $0.upperBound >= sentence.upperBound
          })
      }
    }
    return passages
  }

  @Test func `sentences of random length`() throws {
    for seed in 0..<120 {
      var corpus = RandomCorpus(seed: UInt64(seed), words: 30)
      let longest = [12, 40, 170, 400][seed % 4]
      let text = (0..<seed).map { _ in corpus.sentence(1...longest) }.joined(separator: " ")
      let passages = try Self.check(text)
      #expect(seed == 0 || !passages.isEmpty)
    }
  }

  @Test func `ordinary text gives passages of about 120 to 180 words`() throws {
    for seed in 0..<30 {
      var corpus = RandomCorpus(seed: UInt64(seed), words: 30)
      let text = (0..<(20 + seed * 8)).map { _ in corpus.sentence(10...25) }.joined(separator: " ")
      let (_, words) = try Self.parts(text)
      let passages = try Self.check(text)
      guard passages.count > 1 else { continue }
      for passage in passages {
        let count = words.filter { passage.contains($0.lowerBound) }.count
        #expect((90...200).contains(count), "\(count) of \(words.count) words")
      }
    }
  }

  @Test(arguments: [
    "", " ", "word", String(repeating: "—", count: 5_000),
    "Start. " + String(repeating: "—", count: 5_000) + " end of it.",
    String(repeating: "—", count: 5_000) + " end of it. And more.",
    String(repeating: "互助支持工作者在丙型肝炎護理中。", count: 300),
    String(repeating: "互助支持工作者在丙型肝炎護理中", count: 300),
    String(repeating: "peer ", count: 3_000), String(repeating: "peer. ", count: 3_000),
    String(repeating: "x", count: 20_000), String(repeating: "e\u{301}", count: 6_000),
    String(repeating: "w" + String(repeating: "\u{200B}", count: 900) + " ", count: 40),
    String(repeating: "👩‍⚕️", count: 2_000),
  ])
  func `odd text`(text: String) throws {
    _ = try Self.check(text)
  }

  @Test func `a line of ten megabytes`() throws {
    let line = String(repeating: "peer support worker ", count: 500_000)
    let (sentences, words) = try Self.parts(line)
    let passages = PassageCutter.cut(sentences: sentences, words: words)
    #expect(words.count == 1_500_000)
    #expect(passages.allSatisfy { $0.count <= 4096 })
    #expect(passages.count >= words.count / 180)
    let library = try TemporaryLibrary()
    try library.write("line.jsonl", [Record("long", text: line), Record("short", text: "Peer.")])
    let account = try library.index()
    #expect(account.records.added == 2)
    let index = try library.open()
    var request = SearchRequest("“support worker peer”")
    request.limit = 1
    #expect(try index.search(request).hits.first?.document.id == "long")
    #expect(try index.check().problems.isEmpty)
  }
}
