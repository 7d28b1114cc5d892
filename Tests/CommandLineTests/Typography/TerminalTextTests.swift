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

  @Test func `both writers of JSON escape the same characters`() throws {
    for value in UInt32(0x7F)...0x20FF {
      let scalar = try #require(Unicode.Scalar(value))
      let text = "a\(Character(scalar))é"
      var json = JSONWriter()
      json.open("[")
      json.item()
      json.quoted(text)
      json.close("]")
      #expect(json.bytes == (try JSONText.bytes([text])))
      let isUnsafe =
        (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
        || (0x2066...0x2069).contains(value)
      #expect(String(decoding: json.bytes, as: UTF8.self).contains("\\u") == isUnsafe)
    }
  }

  @Test(arguments: [
    ("a,b\r\nc\td\n", "a,b\r\nc\td\n"), ("a\rb", "a\\rb"),
    ("\u{1B}]52;c;YQ==\u{7}\n", "\\x1B]52;c;YQ==\\x07\n"), ("\u{9B}2J", "\\x9B2J"),
    ("\u{1B}[1;33mpeer\u{1B}[0m", "\u{1B}[1;33mpeer\u{1B}[0m"), ("\u{1B}[2J", "\\x1B[2J"),
    ("x\u{202E}y", "x\\u{202E}y"),
  ])
  func `output on a terminal keeps lines and colours only`(text: String, shown: String) {
    #expect(TerminalText.output(text, hasColor: true) == shown)
    let plain = shown.replacing("\u{1B}", with: "\\x1B")
    #expect(TerminalText.output(text, hasColor: false) == plain)
  }
}
