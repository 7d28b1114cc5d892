import Testing

import Service

struct MessageLinesTests {
  private func lines(_ pieces: [String], limit: Int = 8) -> [String] {
    var lines = MessageLines(limit: limit)
    let found = pieces.flatMap { lines.add(Array($0.utf8)) }
    return (found + [lines.end()].compactMap(\.self)).map { line in
      switch line {
      case .message(let bytes): String(decoding: bytes, as: UTF8.self)
      case .tooLong: "too long"
      }
    }
  }

  @Test(
    arguments: [
      ([], []), (["a\n"], ["a"]), (["a\nb\n"], ["a", "b"]), (["a", "b", "\nc"], ["ab", "c"]),
      (["\n\r\n \t\n"], []), (["a\r\n"], ["a\r"]), (["a"], ["a"]), (["\n", "a\n", "\n"], ["a"]),
      (["12345678\n"], ["12345678"]), (["123456789\nb\n"], ["too long", "b"]),
      (["12345", "6789", "more", "\nb"], ["too long", "b"]), (["123456789"], ["too long"]),
    ] as [([String], [String])])
  func `bytes become lines`(pieces: [String], expected: [String]) {
    #expect(lines(pieces) == expected)
  }
}
