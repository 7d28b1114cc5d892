import Analysis

/// Writes a query tree as an FTS5 expression over analysed terms, for what is limited to a field.
struct FullTextExpression {
  let analyzer: Analyzer
  /// The terms of the words of the index that begin so.
  let terms: (_ prefix: String) -> [String]

  /// The expression; `nil` when no word is left after analysis.
  func text(_ tree: QueryTree) -> String? {
    switch tree {
    case .word(let word): phrase([word])
    case .phrase(let words): phrase(words)
    case .prefix(let prefix): beginning(prefix)
    case .near(let distance, let operands):
      near(distance, operands.compactMap(operand))
    case .and(let operands): and(operands)
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

  /// FTS5's NOT takes two operands: what is wanted, and what is not.
  private func and(_ operands: [QueryTree]) -> String? {
    var must: [QueryTree] = []
    var not: [QueryTree] = []
    for operand in operands {
      if case .not(let inner) = operand { not.append(inner) } else { must.append(operand) }
    }
    return any([], must, not)
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

  /// FTS5 knows terms, not words as written: the words that begin so are asked for by their terms.
  private func beginning(_ prefix: String) -> String? {
    let folded = analyzer.tokens(in: prefix).map(\.folded).joined()
    guard !folded.isEmpty else { return nil }
    return join(terms(folded).map { quote([$0]) }, " OR ") ?? quote([folded])
  }

  /// An operand of NEAR, which takes no alternatives: a beginning is then one of terms.
  private func operand(_ tree: QueryTree) -> String? {
    guard case .prefix(let prefix) = tree else { return text(tree) }
    let folded = analyzer.tokens(in: prefix).map(\.folded).joined()
    return folded.isEmpty ? nil : "\(quote([folded]))*"
  }

  private func quote(_ terms: [String]) -> String {
    let analysed = "\u{1}" + terms.map { $0 + "\u{1F}" }.joined()
    return "\"\(analysed.replacing("\"", with: "\"\""))\""
  }
}
