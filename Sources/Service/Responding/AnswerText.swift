import Foundation

/// Answers as JSON text.
package enum AnswerText {
  /// The JSON of an answer, on one line.
  package static func json(_ answer: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(answer))
  }
}
