import Answers

/// Prints search results in one format.
///
/// Each format is a file in this folder and a case of ``SearchFormat``.
package protocol SearchPrinter {
  /// Text before the first result, if any.
  var header: String? { get }
  /// Whether the format contains the notes; otherwise they are printed to standard error.
  var includesNotes: Bool { get }
  /// The text of a response, without a final line feed; `nil` if there is nothing to print.
  func text(_ response: SearchResponse) throws -> String?
}

extension SearchPrinter {
  package var header: String? { nil }
  package var includesNotes: Bool { false }
}
