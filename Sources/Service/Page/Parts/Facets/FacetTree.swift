import Answers
import Literature
import Query
import Retrieval

/// The counted codes of a facet in display order: broader codes before their narrower ones, the
/// most frequent first, `none` last.
package struct FacetTree {
  /// A code and its count.
  package struct Row: Sendable, Equatable {
    /// The facet code.
    package var code: String
    /// The number of documents with the code.
    package var documents: Int
    /// Number of broader codes above it.
    package var depth: Int
  }

  /// The rows in order.
  package let rows: [Row]

  /// Orders counts.
  ///
  /// - Parameter kept: codes that are listed even if no document has them.
  package init(_ counts: [FacetCount], of facet: FacetName, keeping kept: [String] = []) {
    var documents = Dictionary(
      kept.map { ($0, 0) } + counts.map { ($0.value, $0.documents) }, uniquingKeysWith: max)
    let none = documents.removeValue(forKey: CodeFilter.none)
    var children: [String?: [String]] = [:]
    for code in documents.keys {
      // The nearest broader code that has a row.
      let parent = Vocabulary.standard.ancestors(of: code, in: facet)
        .first { documents[$0] != nil }
      children[parent, default: []].append(code)
    }
    var rows: [Row] = []
    func add(_ parent: String?, depth: Int) {
      let codes = (children[parent] ?? []).sorted {
        let (left, right) = (documents[$0] ?? 0, documents[$1] ?? 0)
        return left != right ? left > right : $0 < $1
      }
      for code in codes {
        rows.append(Row(code: code, documents: documents[code] ?? 0, depth: depth))
        add(code, depth: depth + 1)
      }
    }
    add(nil, depth: 0)
    if let none { rows.append(Row(code: CodeFilter.none, documents: none, depth: 0)) }
    self.rows = rows
  }
}
