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

  /// What a form that was not typed counts for against the one that was, in rows of the user.
  private static let addedWeight = 0.7

  /// Analyses the table `same-meaning.tsv` and rows of the user.
  ///
  /// - Parameter added: rows of forms that mean the same.
  init(analyzer: Analyzer, added: [[String]] = []) {
    var rows = Table(named: "same-meaning.tsv").rows.compactMap { row in
      Double(row["weight"]).map { (weight: $0, forms: row.list("forms")) }
    }
    rows += added.map { (weight: Self.addedWeight, forms: $0) }
    for (weight, forms) in rows {
      let forms = forms.map { form in
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
