import Foundation

/// Values as JSON text.
package enum JSONText {
  /// A value on one line.
  package static func line(_ value: some Encodable) throws -> String {
    try encoded(value, [])
  }

  /// A value over several lines, for people.
  package static func pretty(_ value: some Encodable) throws -> String {
    try encoded(value, .prettyPrinted)
  }

  private static func encoded(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    // Sorted, so that the same answer is the same text.
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
