import Answers
import JSON

/// A JSON object for each query: indented for a single query, on one line in a batch.
struct SearchJSONPrinter: SearchPrinter {
  var isBatch = false
  var includesNotes: Bool { true }

  func text(_ response: SearchResponse) throws -> String? {
    isBatch ? try JSONText.line(response) : try JSONText.pretty(response)
  }
}
