import Analysis
import Testing

struct AnalyzerTests {
  @Test(arguments: [
    (["Counselling", "counsellors", "COUNSELLING", "counseling", "counselor"], "counsel"),
    (["naïve", "naive", "NAI\u{308}VE"], "naiv"),
    (["peer", "peers", "Peer's", "peer’s", "PEERS’", "ｐｅｅｒ"], "peer"),
    (["straße", "STRASSE", "strasse"], "strass"),
    (["Jørgensen", "jorgensen"], "jorgensen"),
    (["Łukasz", "lukasz"], "lukasz"),
    (["Κόσμος", "κοσμοσ", "ΚΟΣΜΟΣ"], "κοσμοσ"),
    (["مُحَمَّد", "محمد", "محـمد"], "محمد"),
    (["co\u{AD}operate", "cooperate"], "cooper"),
  ])
  func `related words have the same term`(words: [String], term: String) throws {
    let analyzer = try Analyzer()
    for word in words {
      #expect(analyzer.tokens(in: word).map(\.term) == [term], "\(word)")
    }
  }

  @Test(arguments: [
    "हिन्दी", "ไทย", "中文", "カタカナ", "한국어", "שלום",
  ])
  func `other scripts keep their vowel signs`(word: String) throws {
    #expect(try Analyzer().tokens(in: word).map(\.folded).joined() == word)
  }

  @Test(arguments: [
    // A text, and its folded words with the joined forms in brackets.
    ("Peer-led counselling", "peer [peerled] led counselling"),
    ("peer led", "peer led"),
    ("state-of-the-art care", "state [stateoftheart] of the art care"),
    ("peer‐led non‑peer", "peer [peerled] led non [nonpeer] peer"),
    ("women’s-led", "women's [women'sled] led"),
    ("3-month IL-2 COVID-19", "3 month il 2 covid 19"),
    ("pre- and post-test", "pre and post [posttest] test"),
    ("peer--led peer - led", "peer led peer led"),
    ("coun-\nseling", "coun [counseling] seling"),
    ("coun- \r\n  seling", "coun [counseling] seling"),
    ("coun\u{AD}\nseling", "coun [counseling] seling"),
    ("coun-\n\nseling", "coun seling"),
    ("Peer-\nLed", "peer led"),
    ("non-peer-\nled", "non [nonpeerled] peer led"),
    ("U.S. e.g. i.e. 1,234.5 3.14", "u.s e.g i.e 1,234.5 3.14"),
    // A full stop without its space ends a word, but not in abbreviations and addresses.
    ("peer support.The outcome", "peer support the outcome"),
    ("santé.Les pairs.Élan", "sante les pairs elan"),
    ("peer-led.The", "peer [peerled] led the"), ("漢字support.The", "漢字 support the"),
    (
      "e.g.The Ph.D Ph.Ds B.Sc U.S.A www.Example.com",
      "e.g.the ph.d ph.ds b.sc u.s.a www.example.com"
    ),
    (
      "John.Smith@host.org https://a.org/File.Pdf my_file.Txt",
      "john.smith host.org https a.org file.pdf my_file.txt"
    ),
    ("support.the support.THE Support.T", "support.the support.the support.t"),
    ("a:b name@host.org snake_case ____", "a b name host.org snake_case"),
    ("Really?! 😀👍🏽 👩‍👩‍👧 🇮🇪 — “so”…", "really so"),
  ])
  func `words are split and folded`(text: String, expected: String) throws {
    let words = try Analyzer().tokens(in: text).map { $0.isJoined ? "[\($0.folded)]" : $0.folded }
    #expect(words.joined(separator: " ") == expected)
  }

  @Test func `a joined form spans all its parts`() throws {
    let tokens = try Analyzer().tokens(in: "Peer-led counselling")
    #expect(tokens.map(\.term) == ["peer", "peerl", "led", "counsel"])
    #expect(tokens.map(\.isJoined) == [false, true, false, false])
    #expect(tokens.map(\.bytes) == [0..<4, 0..<8, 5..<8, 9..<20])
  }

  @Test func `words with the same folded form share a number`() throws {
    let analyzer = try Analyzer()
    var text = "Peer peer PEER péer led"
    let numbers = text.withUTF8 { bytes in
      analyzer.withTokens(in: bytes) { $0.map(\.word) }
    }
    #expect(numbers == [0, 0, 0, 0, 1])
    #expect(analyzer.wordCount == 2)
    #expect(analyzer.word(0).folded == "peer")
    #expect(analyzer.word(1).term == "led")
    analyzer.reset()
    #expect(analyzer.wordCount == 0)
    #expect(analyzer.tokens(in: "led").map(\.term) == ["led"])
  }

  @Test func `a number beyond the cache is an empty word`() throws {
    #expect(try Analyzer().word(7).term == "")
  }

  @Test func `other languages are stemmed by their own rules`() throws {
    let german = try Analyzer(language: "german")
    #expect(german.tokens(in: "Häuser Colour").map(\.term) == ["haus", "colour"])
  }

  @Test(arguments: ["klingon", "", "english\u{0}"])
  func `an unknown language is refused`(name: String) {
    #expect(throws: AnalysisError.unknownLanguage(name)) { try Analyzer(language: name) }
  }
}
