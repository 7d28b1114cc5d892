import Foundation

/// Mail text encoded in ASCII (RFC 2047, RFC 2045).
enum EncodedWords {
  /// A header with its encoded words decoded: "=?utf-8?B?…?=".
  static func decode(_ header: String) -> String {
    guard header.contains("=?") else { return header }
    var decoded = ""
    var rest = header[...]
    var isAfterWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      let parts = rest[start.upperBound...].prefix(2000)
        .split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=", let text = word(parts[0], parts[1], parts[2])
      else {
        decoded += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        isAfterWord = false
        continue
      }
      // White space between two encoded words is not part of the text.
      if !(isAfterWord && before.allSatisfy(\.isWhitespace)) { decoded += before }
      decoded += text
      rest = rest[parts[3].startIndex...].dropFirst()
      isAfterWord = true
    }
    return decoded + rest
  }

  private static func word(
    _ charset: Substring, _ encoding: Substring, _ text: Substring
  ) -> String? {
    let bytes: [UInt8]
    switch encoding.lowercased() {
    case "b":
      guard let data = Data(base64Encoded: String(text), options: .ignoreUnknownCharacters) else {
        return nil
      }
      bytes = Array(data)
    case "q": bytes = unquoted(Array(text.replacing("_", with: " ").utf8)[...])
    default: return nil
    }
    return CharacterEncoding.decode(bytes, from: charset.prefix { $0 != "*" }.lowercased())
  }

  /// Bytes of quoted-printable text decoded: "=C3=A9", and lines joined that end with "=".
  static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == 0x3D else {
        bytes.append(text[index])
        index += 1
        continue
      }
      let next = text[(index + 1)..<min(text.endIndex, index + 3)]
      if next.first == 0x0A {
        index += 2
      } else if next.count == 2, next.first == 0x0D, next.last == 0x0A {
        index += 3
      } else if next.count == 2, let byte = UInt8(String(decoding: next, as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(0x3D)
        index += 1
      }
    }
    return bytes
  }
}
