import JSON
import Literature

/// The facet codes as JSON; the schema is `docs/schema/codes.json`.
struct CodesJSON: Encodable {
  private struct Row: Encodable {
    var facet: String
    var code: String
    @ExplicitNull var parent: String?
    var label: String
    var meaning: String
  }

  private let formatVersion = 1
  private let codes: [Row]

  init(_ vocabulary: Vocabulary) {
    codes = vocabulary.entries.map { entry in
      Row(
        facet: entry.facet.rawValue, code: entry.code, parent: entry.parent, label: entry.label,
        meaning: entry.meaning)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case codes
  }
}
