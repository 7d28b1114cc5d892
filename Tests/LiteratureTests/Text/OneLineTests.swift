import Literature
import Testing

struct OneLineTests {
  @Test(arguments: [
    ("", ""), (" \n", ""), ("peer support", "peer support"), (" a  b\tc\r\nd ", "a b c d"),
    ("a\u{A0}b\u{2009}c", "a b c"), ("n ≥ 5 – “é”", "n ≥ 5 – “é”"),
  ])
  func `white space is collapsed`(text: String, line: String) {
    #expect(text.oneLine == line)
  }

  /// Most texts are not divided into characters; the result must be the same.
  @Test func `short texts are as if they were divided at white space`() {
    let pieces = [
      "a", " ", "\n", "\r\n", "é", "≥", "\u{A0}", "\u{301}", "\u{200D}", "\u{E33}", "互", "\u{1F}",
    ]
    var texts = [""]
    for _ in 0..<4 {
      texts = texts.flatMap { text in pieces.map { text + $0 } }
      let wrong = texts.filter { text in
        text.oneLine != text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(wrong.isEmpty, "\(wrong.prefix(5).map { Array($0.unicodeScalars) })")
    }
  }
}
