import Analysis

/// Writes a query tree as an FTS5 expression over analysed terms, for what is limited to a field.
struct FullTextExpression {
  let analyzer: Analyzer

  /// The expression; `nil` when no word is left after analysis.
  func text(_ tree: QueryTree) -> String? {
    switch tree {
    case .word(let word): phrase([word])
    case .phrase(let words): phrase(words)
    case .prefix(let prefix): prefixText(prefix)
    case .near(let distance, let operands):
      near(distance, operands.compactMap(text))
    case .and(let operands): join(operands.compactMap(text), " AND ")
    case .or(let operands): join(operands.compactMap(text), " OR ")
    case .any(let should, let must, let not): any(should, must, not)
    case .field(_, let tree): text(tree)
    case .not: nil
    }
  }

  private func any(_ should: [QueryTree], _ must: [QueryTree], _ not: [QueryTree]) -> String? {
    let wanted = must.isEmpty ? should : must
    guard let wanted = join(wanted.compactMap(text), must.isEmpty ? " OR " : " AND ") else {
      return nil
    }
    guard let excluded = join(not.compactMap(text), " OR ") else { return wanted }
    return "(\(wanted) NOT \(excluded))"
  }

  private func near(_ distance: Int, _ parts: [String]) -> String? {
    parts.isEmpty ? nil : "NEAR(\(parts.joined(separator: " ")), \(distance))"
  }

  private func join(_ parts: [String], _ separator: String) -> String? {
    parts.isEmpty ? nil : parts.count == 1 ? parts[0] : "(\(parts.joined(separator: separator)))"
  }

  /// A phrase of terms in the analysed form, see `canalysis.h`.
  private func phrase(_ words: [String]) -> String? {
    let terms = words.flatMap { word in
      analyzer.tokens(in: word).filter { !$0.isJoined }.map(\.term)
    }
    return terms.isEmpty ? nil : quote(terms)
  }

  /// FTS5 knows terms, not words as written, so a prefix is looked for among terms.
  private func prefixText(_ prefix: String) -> String? {
    let folded = analyzer.tokens(in: prefix).map(\.folded).joined()
    return folded.isEmpty ? nil : "\(quote([folded]))*"
  }

  private func quote(_ terms: [String]) -> String {
    let analysed = "\u{1}" + terms.map { $0 + "\u{1F}" }.joined()
    return "\"\(analysed.replacing("\"", with: "\"\""))\""
  }
}
