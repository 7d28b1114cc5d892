import Analysis
import Testing

@Suite struct AnalyzerTests {
  @Test(arguments: [
    (["Counselling", "COUNSELLING", "counseling"], "counsel"),
    (["naïve", "naive", "NAI\u{308}VE"], "naiv"),
    (["peer", "peers", "Peer's", "peer’s", "PEERS’"], "peer"),
  ])
  func meet(words: [String], term: String) throws {
    let analyzer = try Analyzer()
    for word in words {
      #expect(analyzer.tokens(in: word).map(\.term) == [term], "\(word)")
    }
  }

  @Test func hyphenatedWordsHaveTheirJoinedForm() throws {
    let tokens = try Analyzer().tokens(in: "Peer-led counselling")
    #expect(tokens.map(\.term) == ["peer", "peerl", "led", "counsel"])
    #expect(tokens.map(\.isJoined) == [false, true, false, false])
    #expect(tokens.map(\.bytes) == [0..<4, 0..<8, 5..<8, 9..<20])
  }

  @Test func unknownLanguage() {
    #expect(throws: AnalysisError.unknownLanguage("klingon")) { try Analyzer(language: "klingon") }
  }
}
