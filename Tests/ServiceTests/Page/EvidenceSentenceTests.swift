import Literature
import Service
import Testing

struct EvidenceSentenceTests {
  @Test func `a long sentence is cut between words`() throws {
    let words = (100..<300).map { "word\($0)" }.joined(separator: " ")
    let text = "\(words) randomised trial \(words)."
    let scalars = Array(text.unicodeScalars)
    let start = try #require(text.firstRange(of: "randomised")).lowerBound
    let offset = text[..<start].unicodeScalars.count
    let evidence = Evidence(
      field: .text, text: "randomised trial", start: offset, end: offset + 16, rule: "phrase")
    let sentence = EvidenceSentence(evidence, title: [], text: scalars[...])
    #expect(sentence.before.hasPrefix("… word") && sentence.before.hasSuffix(" word299 "))
    #expect(sentence.words == "randomised trial")
    #expect(sentence.after.hasPrefix(" word100 "))
    #expect(sentence.after.hasSuffix(" …"))
    let parts = (sentence.before + sentence.after).split(separator: " ").filter { $0 != "…" }
    #expect(parts.allSatisfy { $0.count == 7 }, "\(parts)")
  }

  /// The texts of pieces of evidence, in order, and the sentences that are shown.
  @Test(
    arguments: [
      (
        ["interviews", "thematic"],
        ["We held <b>interviews</b> and a <b>thematic</b> analysis."]
      ),
      (
        ["interviews and a", "and a thematic", "thematic"],
        ["We held <b>interviews and a thematic</b> analysis."]
      ),
      (["interviews", "interviews"], ["We held <b>interviews</b> and a thematic analysis."]),
      (
        ["thematic", "Nurses", "interviews"],
        [
          "We held <b>interviews</b> and a <b>thematic</b> analysis.",
          "<b>Nurses</b> &amp; peers took part.",
        ]
      ),
    ] as [([String], [String])])
  func `each sentence is shown once`(words: [String], sentences: [String]) throws {
    let text = "We held interviews and a thematic analysis. Nurses & peers took part."
    let evidence = try words.map { word in
      let start = try #require(text.firstRange(of: word)).lowerBound
      let offset = text[..<start].unicodeScalars.count
      return Evidence(
        field: .text, text: word, start: offset, end: offset + word.count, rule: "phrase")
    }
    let quotes = EvidenceQuotes(evidence, title: "", text: Array(text.unicodeScalars)[...]).quotes
    #expect(quotes.map { $0.html.text } == sentences)
    #expect(quotes.flatMap { $0.places }.sorted() == Array(words.indices))
  }

  @Test func `a long sentence that is cut at two places is shown once`() throws {
    let filler = (100..<150).map { "word\($0)" }.joined(separator: " ")
    let text = "\(filler) \(filler) first \(filler) second \(filler) \(filler)."
    let evidence = try ["first", "second"].map { word in
      let start = try #require(text.firstRange(of: word)).lowerBound
      let offset = text[..<start].unicodeScalars.count
      return Evidence(
        field: .text, text: word, start: offset, end: offset + word.count, rule: "phrase")
    }
    let quotes = EvidenceQuotes(evidence, title: "", text: Array(text.unicodeScalars)[...]).quotes
    #expect(quotes.count == 1)
    let html = try #require(quotes.first).html.text
    #expect(html.hasPrefix("… word") && html.hasSuffix(" …"))
    #expect(html.contains(" <b>first</b> \(filler) <b>second</b> "))
  }

  @Test func `a sentence that the text repeats is shown once`() {
    let text = "We held interviews. Peers took part. We held interviews."
    let evidence = [8, 45].map { start in
      Evidence(
        field: .text, text: "interviews", start: start, end: start + 10, rule: "phrase")
    }
    let quotes = EvidenceQuotes(evidence, title: "", text: Array(text.unicodeScalars)[...]).quotes
    #expect(quotes.map { $0.html.text } == ["We held <b>interviews</b>."])
    #expect(quotes.map { $0.places } == [[0, 1]])
  }

  @Test func `fields of the record are shown once`() {
    let evidence = ["Review", "Review", "Journal Article"].map {
      Evidence(field: .record, text: $0, start: 0, end: $0.count, rule: "publication-type")
    }
    let quotes = EvidenceQuotes(evidence, title: "", text: []).quotes
    #expect(quotes.map { $0.html.text } == ["<b>Review</b>", "<b>Journal Article</b>"])
  }
}
