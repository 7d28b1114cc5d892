import Analysis
import Literature

/// Synonyms, from a table edited by hand.
struct Synonyms {
  /// A form that was found, and the other forms of its row.
  struct Entry {
    /// The terms of the form.
    var form: [String]
    /// The other forms: their terms, and the forms as written.
    var others: [(terms: [String], shown: String)]
    var weight: Double
  }

  private var byFirst: [String: [Entry]] = [:]

  /// Analyses the table `same-meaning.tsv`.
  init(analyzer: Analyzer) {
    for row in Table(named: "same-meaning.tsv").rows {
      guard let weight = Double(row["weight"]) else { continue }
      let forms = row.list("forms").map { form in
        (terms: analyzer.tokens(in: form).filter { !$0.isJoined }.map(\.term), shown: form)
      }
      for (index, form) in forms.enumerated() {
        guard let first = form.terms.first else { continue }
        // Forms that the analyzer already conflates are not needed.
        let others = forms.enumerated().filter {
          $0.offset != index && $0.element.terms != form.terms
        }
        byFirst[first, default: []].append(
          Entry(form: form.terms, others: others.map(\.element), weight: weight))
      }
    }
  }

  /// Entries whose form begins at an index in a list of terms, the longest first.
  func entries(_ terms: [String?], at place: Int) -> [Entry] {
    guard let first = terms[place] else { return [] }
    return (byFirst[first] ?? []).filter { entry in
      entry.form.indices.allSatisfy { offset in
        place + offset < terms.count && terms[place + offset] == entry.form[offset]
      }
    }.sorted { $0.form.count > $1.form.count }
  }
}
