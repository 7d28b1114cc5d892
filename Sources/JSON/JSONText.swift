import Foundation

/// Encodes values as JSON text with sorted keys, so that equal values give equal text.
///
/// Characters that could control a terminal or reorder text are escaped.
package enum JSONText {
  /// A value on one line.
  package static func line(_ value: some Encodable) throws -> String {
    String(decoding: try bytes(value), as: UTF8.self)
  }

  /// A value on several indented lines.
  package static func pretty(_ value: some Encodable) throws -> String {
    String(decoding: escaped(try encoded(value, .prettyPrinted)), as: UTF8.self)
  }

  /// The bytes of a value on one line.
  ///
  /// - Parameter userInfo: what the value's `encode(to:)` may need.
  package static func bytes(
    _ value: some Encodable, userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) throws -> [UInt8] {
    escaped(try encoded(value, [], userInfo))
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

  /// JSON with escapes for the characters that the encoder does not escape.
  private static func escaped(_ json: Data) -> [UInt8] {
    json.withUnsafeBytes { UnsafeCharacter.escaped($0.bindMemory(to: UInt8.self)) }
  }
}
