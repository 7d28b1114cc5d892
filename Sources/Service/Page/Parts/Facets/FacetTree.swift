import Answers
import Literature
import Query
import Retrieval

/// The counted codes of a facet in display order: broader codes before their narrower ones, the
/// most frequent first, `other` and `none` last.
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
        Self.isBefore(($0, documents[$0] ?? 0), ($1, documents[$1] ?? 0))
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

  /// The code of everything that has no code of its own.
  private static let other = "other"

  /// Whether a code comes before another with the same broader code.
  private static func isBefore(
    _ left: (code: String, documents: Int), _ right: (code: String, documents: Int)
  ) -> Bool {
    if left.code == other || right.code == other { return right.code == other && left != right }
    return left.documents != right.documents
      ? left.documents > right.documents : left.code < right.code
  }

  /// The most frequent of the broadest codes, and all other codes by frequency, without `none`.
  ///
  /// - Parameter count: the number of the former.
  package func divided(_ count: Int) -> (first: [Row], more: [Row]) {
    let codes = rows.filter { $0.code != CodeFilter.none }
    let first = Array(codes.filter { $0.depth == 0 }.prefix(count))
    let more = codes.filter { !first.contains($0) }
      .sorted { Self.isBefore(($0.code, $0.documents), ($1.code, $1.documents)) }
    return (first, more)
  }
}
