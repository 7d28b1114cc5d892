import Analysis
import Query

/// Analyses a query tree into the structure that its terms must have in a passage.
struct StructureReader {
  let analyzer: Analyzer
  /// The terms of the words of the index that begin so.
  let terms: (_ prefix: String) -> [String]

  /// The structure; `nil` when no word is left after analysis.
  func structure(_ tree: QueryTree) -> Structure? {
    switch tree {
    case .word(let word): phrase([word])
    case .phrase(let words): phrase(words)
    case .prefix(let prefix): beginning(prefix)
    case .near(let distance, let operands): near(distance, operands.compactMap(structure))
    case .and(let operands): and(operands)
    case .or(let operands): some(operands.compactMap(structure))
    case .any(let should, let must, let not): any(should, must, not)
    case .field(_, let tree): structure(tree)
    case .not: nil
    }
  }

  private func any(_ should: [QueryTree], _ must: [QueryTree], _ not: [QueryTree]) -> Structure? {
    let wanted = (must.isEmpty ? should : must).compactMap(structure)
    let unwanted = not.compactMap(structure)
    guard let found = must.isEmpty ? some(wanted) : all(wanted) else { return nil }
    return unwanted.isEmpty ? found : .all([found], butNot: unwanted)
  }

  private func and(_ operands: [QueryTree]) -> Structure? {
    var must: [QueryTree] = []
    var not: [QueryTree] = []
    for operand in operands {
      if case .not(let inner) = operand { not.append(inner) } else { must.append(operand) }
    }
    return any([], must, not)
  }

  private func all(_ parts: [Structure]) -> Structure? {
    parts.count > 1 ? .all(parts, butNot: []) : parts.first
  }

  private func some(_ parts: [Structure]) -> Structure? {
    parts.count > 1 ? .some(parts) : parts.first
  }

  private func near(_ distance: Int, _ parts: [Structure]) -> Structure? {
    parts.count > 1 ? .near(distance: distance, parts) : parts.first
  }

  private func phrase(_ words: [String]) -> Structure? {
    let terms = words.flatMap { word in
      analyzer.tokens(in: word).filter { !$0.isJoined }.map(\.term)
    }
    return terms.isEmpty ? nil : .phrase(terms)
  }

  private func beginning(_ prefix: String) -> Structure? {
    let folded = analyzer.tokens(in: prefix).map(\.folded).joined()
    return folded.isEmpty ? nil : .oneOf(terms(folded))
  }
}
