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
    let sentence = EvidenceSentence(evidence, title: "", text: scalars[...])
    #expect(sentence.before.hasPrefix("… word") && sentence.before.hasSuffix(" word299 "))
    #expect(sentence.words == "randomised trial")
    #expect(sentence.after.hasPrefix(" word100 "))
    #expect(sentence.after.hasSuffix(" …"))
    let parts = (sentence.before + sentence.after).split(separator: " ").filter { $0 != "…" }
    #expect(parts.allSatisfy { $0.count == 7 }, "\(parts)")
  }
}
