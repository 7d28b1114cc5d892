import Foundation

/// Encodes values as JSON text with sorted keys, so that equal values give equal text.
///
/// ``line(_:)`` and ``pretty(_:)``, whose results are printed, escape characters that could control
/// a terminal or reorder text.
package enum JSONText {
  /// A value on one line.
  package static func line(_ value: some Encodable) throws -> String {
    escaped(String(decoding: try encoded(value, []), as: UTF8.self))
  }

  /// A value on several indented lines.
  package static func pretty(_ value: some Encodable) throws -> String {
    escaped(String(decoding: try encoded(value, .prettyPrinted), as: UTF8.self))
  }

  /// The bytes of a value on one line.
  ///
  /// - Parameter userInfo: what the value's `encode(to:)` may need.
  package static func bytes(
    _ value: some Encodable, userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> [UInt8] {
    Array(try encoded(value, [], userInfo))
  }

  private static func encoded(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting,
    _ userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.userInfo = userInfo
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return try encoder.encode(value)
  }

  /// JSON with escapes for control characters that the encoder does not escape.
  ///
  /// These are DEL, C1 and bidirectional controls, and the separators U+2028 and U+2029. They occur
  /// only inside strings.
  private static func escaped(_ json: String) -> String {
    let isUnsafe = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard json.unicodeScalars.contains(where: isUnsafe) else { return json }
    var text = ""
    for scalar in json.unicodeScalars {
      if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
