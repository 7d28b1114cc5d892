import Answers
import JSON
import Retrieval

/// JSON Lines: a hit a line for one query, an answer a line for many.
struct SearchJSONLines: SearchPrinter {
  var isBatch = false
  var hasNotes: Bool { isBatch }

  func text(_ response: SearchResponse) throws -> String? {
    if isBatch { return try JSONText.line(response) }
    let lines = try response.hits.map { try JSONText.line($0) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
