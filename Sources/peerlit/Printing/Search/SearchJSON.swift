import Answers
import JSON
import Retrieval

/// One JSON object an answer: over several lines for one query, one line each for many.
struct SearchJSON: SearchPrinter {
  var isBatch = false
  var hasNotes: Bool { true }

  func text(_ response: SearchResponse) throws -> String? {
    isBatch ? try JSONText.line(response) : try JSONText.pretty(response)
  }
}
