import JSON
import Testing
import peerlit

struct TerminalTextTests {
  @Test(arguments: [
    ("naïve — 同伴 👩🏽‍⚕️.pdf", "naïve — 同伴 👩🏽‍⚕️.pdf"),
    ("a\u{1B}[31m.txt", "a\\x1B[31m.txt"),
    ("a\nfailed: b\r\t", "a\\nfailed: b\\r\\t"),
    ("\u{0}\u{7F}\u{9B}31m", "\\x00\\x7F\\x9B31m"),
    ("a\u{202E}fdp.exe\u{2066}\u{2028}", "a\\u{202E}fdp.exe\\u{2066}\\u{2028}"),
  ])
  func `control characters are escaped`(text: String, escaped: String) {
    #expect(TerminalText.escaped(text) == escaped)
  }

  @Test func `JSON has no raw control characters either`() throws {
    let text = "\u{1B}\u{7F}\u{9B}\u{202E}é"
    #expect(try JSONText.line([text]) == "[\"\\u001b\\u007f\\u009b\\u202eé\"]")
  }
}
