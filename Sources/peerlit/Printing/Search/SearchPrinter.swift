import Answers
import Retrieval

/// A form in which answers to searches are written.
///
/// Each format is a type of its own in this folder and a case of ``SearchFormat``.
package protocol SearchPrinter {
  /// What stands before the first answer; `nil` for nothing.
  var opening: String? { get }
  /// Whether notes are part of the text; otherwise they are told beside it.
  var hasNotes: Bool { get }
  /// An answer, without a line's end after it; `nil` when there is nothing to write.
  func text(_ response: SearchResponse) throws -> String?
}

extension SearchPrinter {
  package var opening: String? { nil }
  package var hasNotes: Bool { false }
}

/// The formats of `search`.
package enum SearchFormat: String, CaseIterable, Sendable {
  case text, json, jsonl, tsv, trec

  /// The printer of the format.
  ///
  /// - Parameter isBatch: whether many queries are answered, each on its own.
  package func printer(style: TextStyle, isBatch: Bool) -> any SearchPrinter {
    switch self {
    case .text: SearchText(style: style, isBatch: isBatch)
    case .json: SearchJSON(isBatch: isBatch)
    case .jsonl: SearchJSONLines(isBatch: isBatch)
    case .tsv: SearchTable(isBatch: isBatch)
    case .trec: SearchRun()
    }
  }
}
