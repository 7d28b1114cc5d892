import Testing
import peerlit

struct ParagraphTests {
  @Test(arguments: [
    ("", ""),
    ("a  b\n\tc", "a b c"),
    ("one two three four five", "one two three four\nfive"),
    ("x\u{1B}[31mred\u{7}", "x\u{FFFD}[31mred\u{FFFD}"),
    ("a\u{202E}b\u{2069}", "a\u{FFFD}b\u{FFFD}"),
    ("https://example.org/a/very/long", "https://example.org/\na/very/long"),
    ("同伴支持工作者在丙型肝炎护理中的作用", "同伴支持工作者在丙型\n肝炎护理中的作用"),
  ])
  func `text is wrapped to a width`(text: String, lines: String) {
    #expect(Paragraph(text).lines(TextStyle(width: 20)) == lines)
  }

  @Test func `a limit of lines ends the text in an ellipsis`() {
    let style = TextStyle(width: 20)
    #expect(Paragraph("one two three four five").lines(style, limit: 1) == "one two three four …")
    #expect(Paragraph("one two three fourteen five").lines(style, limit: 1) == "one two three …")
    #expect(Paragraph("one two three four").lines(style, limit: 1) == "one two three four")
  }

  @Test func `indents count towards the width and are repeated`() {
    let lines = Paragraph("one two three four five six").lines(
      TextStyle(width: 24), indent: "    ", first: " 1. ")
    #expect(lines == " 1. one two three four\n    five six")
  }

  @Test func `highlights are ranges of Unicode scalars, and include the space between words`() {
    let paragraph = Paragraph("naïve e\u{301}a bc", marks: [6..<12, 0..<1])
    #expect(
      paragraph.lines(TextStyle(width: 80, hasColor: true))
        == "\u{1B}[1;33mn\u{1B}[0maïve \u{1B}[1;33me\u{301}a bc\u{1B}[0m")
  }

  @Test(arguments: 20...60)
  func `no word is lost and no line is too wide`(width: Int) {
    let text = "Peer support — Unterstützung durch Gleichgesinnte — 同伴支持 — 👩🏽‍⚕️ "
    let lines = Paragraph(String(repeating: text, count: 5)).lines(TextStyle(width: width))
    for line in lines.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
    let words = lines.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words + " " == String(repeating: text, count: 5))
  }
}
