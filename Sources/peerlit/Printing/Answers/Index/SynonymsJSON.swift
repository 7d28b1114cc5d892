import Retrieval

/// Groups of synonyms as JSON; the schema is `docs/schema/synonyms.json`.
struct SynonymsJSON: Encodable {
  private let formatVersion = 1
  private let groups: [SynonymGroup]

  init(_ groups: [SynonymGroup]) {
    self.groups = groups
  }

  private enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case groups
  }
}
