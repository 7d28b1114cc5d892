import Query
import Retrieval

/// Finds the documents that match a query tree by trying every combination of positions in a text,
/// of which phrases must be within one passage.
struct PlainMatching {
  let postings: PlainPostings

  /// Numbers of the documents that match.
  func documents(_ tree: QueryTree) -> Set<UInt32> {
    let all = Set(postings.ids.keys)
    switch tree {
    case .and(let parts): return parts.reduce(all) { $0.intersection(documents($1)) }
    case .or(let parts): return parts.reduce(into: []) { $0.formUnion(documents($1)) }
    case .not(let part): return all.subtracting(documents(part))
    case .filter: return all
    case .any(let should, let must, let not):
      let wanted =
        must.isEmpty
        ? should.reduce(into: Set()) { $0.formUnion(documents($1)) }
        : must.reduce(all) { $0.intersection(documents($1)) }
      return not.reduce(wanted) { $0.subtracting(documents($1)) }
    case .field(.abstract, let inner): return inAbstract(inner)
    case .field(let field, let inner): return found(inner, field)
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier: return found(tree, nil)
    }
  }

  private func found(_ tree: QueryTree, _ field: QueryField?) -> Set<UInt32> {
    let passages = postings.documentOf.filter { passage, document in
      guard postings.ids[document] != nil else { return false }
      if field != nil { return matches(tree, in: passage, field) }
      // Only the other fields of a passage that continues a text are not in that text.
      return postings.steps[passage] == nil
        ? !places(tree, from: passage).isEmpty : !spans(tree, passage).isEmpty
    }
    return Set(passages.values)
  }

  /// The documents with a match that begins in their abstract; operators apply to all of it.
  private func inAbstract(_ tree: QueryTree) -> Set<UInt32> {
    switch tree {
    case .any, .and, .or, .not: return documents(tree.mapOperands { .field(.abstract, $0) })
    default: break
    }
    let fields = PlainPostings.textFields.union([2])
    let passages = postings.documentOf.filter { passage, document in
      guard postings.ids[document] != nil, postings.abstracts.contains(passage) else {
        return false
      }
      return postings.steps[passage] == nil
        ? places(tree, from: passage).contains { fields.contains($0.field) }
        : spans(tree, passage).contains { fields.contains($0.lowerBound / 4096) }
    }
    return Set(passages.values)
  }

  // MARK: Texts

  private struct Place: Hashable {
    var field: Int
    var range: Range<Int>
  }

  /// The matches in a passage and in the text that continues it, counted from its first word.
  private func places(_ tree: QueryTree, from passage: UInt32) -> Set<Place> {
    switch tree {
    case .or(let parts):
      return parts.reduce(into: []) { $0.formUnion(places($1, from: passage)) }
    case .near(let distance, let parts):
      return joined(parts, from: passage) { Self.areNear($0, distance) }
    case .pre(let distance, let parts) where distance > 0:
      return joined(parts, from: passage) { Self.areInOrder($0, distance) }
    default:
      let found = postings.text(from: passage).flatMap { part -> [Place] in
        spans(tree, part.passage).compactMap { span in
          let field = span.lowerBound / 4096
          guard part.passage == passage || PlainPostings.textFields.contains(field) else {
            return nil
          }
          let start = part.start - field * 4096
          return Place(field: field, range: start + span.lowerBound..<start + span.upperBound)
        }
      }
      return Set(found)
    }
  }

  private func joined(
    _ parts: [QueryTree], from passage: UInt32, _ fits: ([Range<Int>]) -> Bool
  ) -> Set<Place> {
    let operands = parts.map { Array(places($0, from: passage)) }
    let found = Self.combinations(operands).filter { chosen in
      Set(chosen.map(\.field)).count == 1 && fits(chosen.map(\.range))
    }
    return Set(found.map { Place(field: $0[0].field, range: Self.hull($0.map(\.range))) })
  }

  private static func areNear(_ chosen: [Range<Int>], _ distance: Int) -> Bool {
    let last = chosen.map(\.lowerBound).max() ?? 0
    let isApart = chosen.indices.allSatisfy { left in
      chosen.indices.allSatisfy { left == $0 || !chosen[left].overlaps(chosen[$0]) }
    }
    return isApart && chosen.allSatisfy { last - $0.upperBound <= distance }
  }

  private static func areInOrder(_ chosen: [Range<Int>], _ distance: Int) -> Bool {
    zip(chosen, chosen.dropFirst()).allSatisfy {
      (0...distance).contains($1.lowerBound - $0.upperBound)
    }
  }

  // MARK: Passages

  /// Whether a passage matches; inside a field, AND and NOT apply to the field of a passage.
  private func matches(_ tree: QueryTree, in passage: UInt32, _ field: QueryField?) -> Bool {
    switch tree {
    case .and(let parts): parts.allSatisfy { matches($0, in: passage, field) }
    case .or(let parts): parts.contains { matches($0, in: passage, field) }
    case .not(let part): !matches(part, in: passage, field)
    case .any(let should, let must, let not):
      (must.isEmpty
        ? should.contains { matches($0, in: passage, field) }
        : must.allSatisfy { matches($0, in: passage, field) })
        && !not.contains { matches($0, in: passage, field) }
    default:
      spans(tree, passage).contains { span in
        switch field {
        case nil: true
        case .title: span.lowerBound / 4096 == 1
        case .author: span.lowerBound / 4096 == 3
        default: false
        }
      }
    }
  }

  // MARK: Spans

  private func spans(_ tree: QueryTree, _ passage: UInt32) -> [Range<Int>] {
    switch tree {
    case .word(let word): return positions([term(word)], passage).map { $0..<$0 + 1 }
    case .phrase(let words):
      return positions([term(words[0])], passage).filter { start in
        words.indices.allSatisfy { positions([term(words[$0])], passage).contains(start + $0) }
      }.map { $0..<$0 + words.count }
    case .prefix(let prefix): return positions(terms(prefix + "*"), passage).map { $0..<$0 + 1 }
    case .wildcard(let pattern): return positions(terms(pattern), passage).map { $0..<$0 + 1 }
    case .or(let parts): return parts.flatMap { spans($0, passage) }
    case .near(let distance, let parts):
      return Self.combinations(parts.map { spans($0, passage) }).filter { chosen in
        Set(chosen.map { $0.lowerBound / 4096 }).count == 1 && Self.areNear(chosen, distance)
      }.map(Self.hull)
    case .pre(let distance, let parts):
      return Self.combinations(parts.map { spans($0, passage) }).filter { chosen in
        Set(chosen.map { $0.lowerBound / 4096 }).count == 1 && Self.areInOrder(chosen, distance)
      }.map(Self.hull)
    default: return []
    }
  }

  private static func hull(_ ranges: [Range<Int>]) -> Range<Int> {
    (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  private static func combinations<Item>(_ operands: [[Item]]) -> [[Item]] {
    operands.reduce([[]]) { chosen, items in
      chosen.flatMap { before in items.map { before + [$0] } }
    }
  }

  private func positions(_ terms: [String], _ passage: UInt32) -> [Int] {
    Array(Set(terms.flatMap { postings.positions[$0]?[passage] ?? [] }))
  }

  /// The term of a word as a query; words of the random collections equal their stems.
  ///
  /// An acronym with a term of its own is listed in capitals.
  private func term(_ word: String) -> String {
    postings.words.first { $0.word == word }?.term ?? word
  }

  private func terms(_ pattern: String) -> [String] {
    postings.words.filter { WordPattern(pattern).matches($0.word) }.map(\.term)
  }
}
