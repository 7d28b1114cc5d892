import Foundation

/// The non-empty lines of a UTF-8 text file with their numbers.
///
/// - Throws: ``EvaluationError/unreadable(path:reason:)``.
package func textLines(
  of url: URL
) throws(EvaluationError) -> [(number: Int, text: Substring)] {
  let data: Data
  do {
    data = try Data(contentsOf: url)
  } catch {
    throw .unreadable(path: url.path, reason: error.localizedDescription)
  }
  let text = String(decoding: data, as: UTF8.self)
  return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .enumerated()
    .filter { !$0.element.allSatisfy(\.isWhitespace) }
    .map { (number: $0.offset + 1, text: $0.element) }
}
