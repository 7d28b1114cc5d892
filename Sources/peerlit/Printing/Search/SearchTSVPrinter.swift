import Answers
import Literature

/// Tab-separated values with a header line and one line per hit; lists are joined by `;`.
struct SearchTSVPrinter: SearchPrinter {
  /// Whether each line begins with the id of its query.
  var isBatch = false

  private typealias Column = (name: String, value: @Sendable (Hit) -> String)

  private static let columns: [Column] = hitColumns + documentColumns + passageColumns

  private static let hitColumns: [Column] = [
    ("rank", { String($0.rank) }),
    ("score", { NumberText.fixed($0.score, 4) }),
    ("document", { $0.document.id }),
  ]

  private static let documentColumns: [Column] = DocumentColumns.all.map { column -> Column in
    (name: column.name, value: { column.value($0.document) })
  }

  private static let passageColumns: [Column] = [
    ("section", { $0.passage.section }),
    ("start", { String($0.passage.start) }),
    ("end", { String($0.passage.end) }),
    ("text", { $0.passage.text }),
  ]

  var header: String? { Self.names(isBatch: isBatch).joined(separator: "\t") }

  func text(_ response: SearchResponse) throws -> String? {
    let lines = Self.rows(response, isBatch: isBatch).map(PlainField.line)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The names of the columns.
  static func names(isBatch: Bool) -> [String] {
    (isBatch ? ["query"] : []) + columns.map(\.name)
  }

  /// The fields of each hit.
  static func rows(_ response: SearchResponse, isBatch: Bool) -> [[String]] {
    response.hits.map { hit in
      (isBatch ? [response.query.id ?? ""] : []) + columns.map { $0.value(hit) }
    }
  }
}
