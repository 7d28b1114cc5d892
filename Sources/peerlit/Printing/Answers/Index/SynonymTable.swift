import Answers
import Retrieval

/// Groups of synonyms as a table with a header line.
struct SynonymTable {
  /// The text, without a final line feed.
  func text(_ groups: [SynonymGroup], as form: TableForm) -> String {
    let rows = groups.map { group in
      [NumberText.fixed(group.weight, 1), group.source, group.forms.joined(separator: "|")]
    }
    return form.text([["weight", "source", "forms"]] + rows)
  }
}
