import Foundation

/// Encodable values as JSON text, keys sorted, so that equal values give equal text.
package enum JSONText {
  /// A value on one line.
  package static func line(_ value: some Encodable) throws -> String {
    String(decoding: try encoded(value, []), as: UTF8.self)
  }

  /// A value over several indented lines, for reading.
  package static func pretty(_ value: some Encodable) throws -> String {
    String(decoding: try encoded(value, .prettyPrinted), as: UTF8.self)
  }

  /// The bytes of a value on one line.
  package static func bytes(_ value: some Encodable) throws -> [UInt8] {
    Array(try encoded(value, []))
  }

  private static func encoded(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return try encoder.encode(value)
  }
}
