import Analysis
import Testing

struct SentencesTests {
  @Test(arguments: [
    ["We asked peers.", "They agreed!", "Did they?", "“Yes.”", "(All did.)"],
    [
      "Peer workers (e.g. mentors, i.e. Peers with training) met Dr. Gillard and Prof. S. E. White."
    ],
    ["Surey et al. (2019) and Jones et al. Report on peers vs. Controls."],
    ["It was shown by Surey et al.", "We confirm it."],
    ["See Fig. 2, Fig. S1, No. 5 and pp. 12.", "The answer was no.", "Peers left."],
    ["He has hepatitis C.", "Peers helped.", "In group A.", "Peers led."],
    ["Peers (e. g. HIV peers) in the U. S. Army, i. e. A few, p < . 05 by then."],
    ["Written by J. Smith and Sarah L. Gibson."],
    ["The U.S. Department of Health paid.", "It works in the U.S.", "The others follow."],
    ["Dose was 1.5 mg at 3 p.m. London time."],
    [
      "First line of a paragraph that was wrapped by a margin at about\nseventy columns, so it goes on."
    ],
    ["The programme was run by the peer workers of the Community and\nNHS Trust of the region."],
    ["A Heading", "The text below it, which is rather longer than the heading above."],
    [
      "Clarify roles and integrate peers into the organization",
      "Supervisors who do not know what peers do are a barrier to the whole service, and the team suffers.",
    ],
    ["One paragraph", "and another in small letters"],
    [
      "Key points:", "- Peers need time", "- Peers need pay and a contract that says\nwhat they do",
      "• Last",
    ],
    ["1. Train the peers.", "2) Pay them", "(a) well", "iv. often"],
    ["Ends here.", "Begins here"],
    ["同伴支持很重要。", "我们同意！"],
    ["no full stop"],
  ])
  func `a text is split into its sentences`(expected: [String]) throws {
    let analyzer = try Analyzer()
    // Items and headings are on separate lines; paragraphs are separated by blank lines.
    let separators = ["1. Train", "Key", "A Heading", "Clarify"]
    let isLines = separators.contains { expected[0].hasPrefix($0) }
    let separator =
      isLines
      ? "\n"
      : expected[0] == "One paragraph" ? "\n \n" : expected[0] == "Ends here." ? " \r\n" : " "
    let text = "  " + expected.joined(separator: separator) + "\n"
    #expect(analyzer.sentences(in: text).map(String.init) == expected)
  }

  @Test(arguments: ["", " ", "\n\n", "\u{0}", ".", "…", "\u{301}", "\r", "e.g.", "A."])
  func `small texts have the expected sentences`(text: String) throws {
    let expected = text.allSatisfy(\.isWhitespace) ? [] : [text]
    #expect(try Analyzer().sentences(in: text).map(String.init) == expected)
  }

  @Test(arguments: 1...20)
  func `sentences are in order and trimmed`(seed: Int) throws {
    var random = RandomText(seed: UInt64(seed))
    let analyzer = try Analyzer()
    for _ in 0..<200 {
      let text = random.text(most: 60)
      var rest = text[...]
      for sentence in analyzer.sentences(in: text) {
        #expect(!sentence.isEmpty)
        #expect(sentence.unicodeScalars.first?.properties.isWhitespace == false)
        #expect(sentence.unicodeScalars.last?.properties.isWhitespace == false)
        #expect(sentence.startIndex >= rest.startIndex)
        let skipped = text.unicodeScalars[rest.startIndex..<sentence.startIndex]
        #expect(!skipped.contains { !$0.properties.isWhitespace }, "\(text.debugDescription)")
        rest = text[sentence.endIndex...]
      }
      #expect(!rest.unicodeScalars.contains { !$0.properties.isWhitespace })
    }
  }
}
