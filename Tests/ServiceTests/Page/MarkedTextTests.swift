import Service
import Testing

struct MarkedTextTests {
  @Test func `matches are marked in scalars`() {
    let marked = MarkedText("é 🧑🏽‍⚕️ <peer> work", matches: [9..<13, 15..<19])
    #expect(marked.html.text == "é 🧑🏽‍⚕️ &lt;<mark>peer</mark>&gt; <mark>work</mark>")
  }

  @Test func `marks that overlap are cut`() {
    let scalars = Array("abcdefgh".unicodeScalars)[...]
    let marked = MarkedText(
      scalars,
      marks: [
        .init(kind: .passage, range: 0..<5, id: "passage"),
        .init(kind: .evidence, range: 3..<7, id: "evidence-1-1"), .init(kind: .match, range: 4..<6),
      ])
    #expect(
      marked.html.text
        == """
        <span class="passage" id="passage">abc<span class="evidence" id="evidence-1-1">d\
        <mark>e</mark></span></span><span class="evidence"><mark>f</mark>g</span>h
        """)
  }

  @Test func `a passage is one element, however many matches it has`() {
    let scalars = Array("a peer and a peer".unicodeScalars)[...]
    let marked = MarkedText(
      scalars,
      marks: [
        .init(kind: .passage, range: 0..<17, id: "passage"), .init(kind: .match, range: 2..<6),
        .init(kind: .match, range: 13..<17),
      ])
    #expect(
      marked.html.text
        == """
        <span class="passage" id="passage">a <mark>peer</mark> and a <mark>peer</mark></span>
        """)
  }

  @Test func `a part of a text has its part of the marks`() {
    let scalars = Array("abcdefgh".unicodeScalars)
    let mark = MarkedText.Mark(kind: .passage, range: 2..<6, id: "passage")
    #expect(
      MarkedText(scalars[0..<4], marks: [mark]).html.text
        == "ab<span class=\"passage\" id=\"passage\">cd</span>")
    // The name occurs once, at the start of the mark.
    #expect(
      MarkedText(scalars[4..<8], marks: [mark]).html.text == "<span class=\"passage\">ef</span>gh")
  }

  @Test func `ranges outside the text do no harm`() {
    #expect(MarkedText("abc", matches: [2..<900, 5..<7]).html.text == "ab<mark>c</mark>")
    #expect(MarkedText("", matches: [0..<1]).html.text == "")
  }
}
