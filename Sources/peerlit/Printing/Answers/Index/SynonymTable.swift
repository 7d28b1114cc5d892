import Answers
import Retrieval

/// Groups of synonyms as tab-separated values with a header line.
struct SynonymTable {
  /// The text, without a final line feed.
  func text(_ groups: [SynonymGroup]) -> String {
    let lines = groups.map { group in
      PlainField.line([
        NumberText.fixed(group.weight, 1), group.source, group.forms.joined(separator: "|"),
      ])
    }
    return (["weight\tsource\tforms"] + lines).joined(separator: "\n")
  }
}
