import Answers
import JSON

/// JSON Lines: one hit per line for a single query, one response per line in a batch.
struct SearchJSONLinesPrinter: SearchPrinter {
  var isBatch = false
  var includesNotes: Bool { isBatch }

  func text(_ response: SearchResponse) throws -> String? {
    if isBatch { return try JSONText.line(response) }
    let lines = try response.hits.map { try JSONText.line($0) }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
