import Query
import Ranking
import Retrieval

/// Ranks by scoring every text of an index, in the plainest way.
struct ExhaustiveRanking {
  let postings: PlainPostings
  let unit: SearchRequest.Unit

  struct Ranked: Equatable, CustomStringConvertible {
    var number: Int
    var score: Double
    var description: String { "\(number): \(score)" }
  }

  /// The best texts for a query tree among the documents that `passes` accepts, best first.
  func rank(
    _ tree: QueryTree, limit: Int, where passes: (UInt32) -> Bool = { _ in true }
  ) -> [Ranked] {
    var leaves: [(tree: QueryTree, times: Double)] = []
    for leaf in Self.leaves(tree) {
      if let known = leaves.firstIndex(where: { $0.tree == leaf }) {
        leaves[known].times += 1
      } else {
        leaves.append((leaf, 1))
      }
    }
    let allowed = meeting(tree).filter(passes)
    let numbers = leaves.map { lists($0.tree) }
    let isAlone = unit == .passage && leaves.count == 1 && Self.isTogether(leaves[0].tree)
    let idf = leaves.indices.map {
      rarity(leaves[$0].tree, numbers[$0], isAlone) * leaves[$0].times
    }
    let scale = InverseDocumentFrequency.scale(isAlone ? [idf[0] / leaves[0].times] : idf)
    let weights = idf.indices.map { index in
      max(2, ((isAlone ? idf[index] / leaves[index].times : idf[index]) * scale).rounded())
    }
    var scores: [UInt32: Double] = [:]
    for (index, lists) in numbers.enumerated() {
      for number in Set(lists.flatMap(\.keys)) {
        let document = unit == .document ? number : postings.documentOf[number]
        guard let document, allowed.contains(document) else { continue }
        let impact = lists.compactMap { $0[number] }.max() ?? 0
        scores[number, default: 0] += weights[index] * Double(impact)
      }
    }
    return scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(limit)
      .map { Ranked(number: Int($0.key), score: $0.value / (scale * 255)) }
  }

  /// Passages that match a scored leaf of a tree, deleted ones included.
  func matches(_ tree: QueryTree) -> Set<UInt32> {
    Self.leaves(tree).reduce(into: []) { $0.formUnion(passages($1)) }
  }

  /// Passages in which a match of a leaf begins, deleted ones included.
  func passages(_ leaf: QueryTree) -> Set<UInt32> {
    switch leaf {
    case .phrase(let words) where words.count > 1:
      return together(words) { places in
        places[0].contains { start in
          places.indices.allSatisfy { places[$0].contains(start + $0) }
        }
      }
    case .near(let distance, _):
      let terms = words(leaf)
      let candidates = Set(terms.flatMap { postings.positions[$0].map { Array($0.keys) } ?? [] })
      return candidates.filter { passage in
        let places = terms.map { postings.places(of: $0, from: passage) }
        // Every word must follow the first one within the distance and in the same field.
        return places.joined().contains { low in
          low.passage == passage
            && places.allSatisfy { word in
              word.contains {
                $0.field == low.field && $0.offset >= low.offset
                  && $0.offset - low.offset - 1 <= distance
              }
            }
        }
      }
    default: return Set(words(leaf).flatMap { postings.passages[$0].map { Array($0.keys) } ?? [] })
    }
  }

  // MARK: Scores

  /// The impacts of a leaf, in the unit: one list for each word of a prefix.
  func lists(_ leaf: QueryTree) -> [PlainPostings.List] {
    let all = unit == .passage ? postings.passages : postings.documents
    switch leaf {
    case .phrase(let words) where words.count > 1: return [mean(passages(leaf), words, all)]
    case .near: return [mean(passages(leaf), words(leaf), all)]
    default: return words(leaf).map { all[$0] ?? [:] }
    }
  }

  private func mean(
    _ passages: Set<UInt32>, _ words: [String], _ all: [String: PlainPostings.List]
  ) -> PlainPostings.List {
    var list: PlainPostings.List = [:]
    for passage in passages {
      let number = unit == .passage ? passage : postings.documentOf[passage] ?? 0
      let sum = words.reduce(0) { $0 + Int(all[$1]?[number] ?? 0) }
      list[number] = UInt8(max(1, (sum + words.count / 2) / words.count))
    }
    return list
  }

  private func rarity(_ leaf: QueryTree, _ lists: [PlainPostings.List], _ isAlone: Bool) -> Double {
    let total = Double(unit == .passage ? postings.passageCount : postings.documentCount)
    let all = unit == .passage ? postings.passages : postings.documents
    func value(_ count: Double) -> Double {
      InverseDocumentFrequency.value(count: count, total: total)
    }
    // Deleted texts do not count, although lists contain them until segments are merged.
    func count(_ list: PlainPostings.List?) -> Double {
      let isAlive = { (number: UInt32) in
        let document = unit == .document ? number : postings.documentOf[number]
        return document.flatMap { postings.ids[$0] } != nil
      }
      return Double(list?.keys.filter(isAlive).count ?? 0)
    }
    if case .phrase(let words) = leaf, words.count > 1 {
      return words.reduce(0) { $0 + value(count(all[$1])) }
    }
    if case .near = leaf, isAlone {
      return words(leaf).reduce(0) { $0 + value(count(all[$1])) }
    }
    return value(InverseDocumentFrequency.union(lists.map(count), total: total))
  }

  // MARK: Conditions

  /// The documents that match a tree and are not deleted.
  private func meeting(_ tree: QueryTree) -> Set<UInt32> {
    let all = Set(postings.ids.keys)
    switch tree {
    case .and(let parts): return parts.reduce(all) { $0.intersection(meeting($1)) }
    case .or(let parts): return parts.reduce(into: []) { $0.formUnion(meeting($1)) }
    case .not(let part): return all.subtracting(meeting(part))
    case .any(let should, let must, let not):
      let wanted =
        must.isEmpty
        ? should.reduce(into: Set()) { $0.formUnion(meeting($1)) }
        : must.reduce(all) { $0.intersection(meeting($1)) }
      return not.reduce(wanted) { $0.subtracting(meeting($1)) }
    default: return all.intersection(passages(tree).compactMap { postings.documentOf[$0] })
    }
  }

  // MARK: Leaves

  /// The leaves that add to the score, in order.
  private static func leaves(_ tree: QueryTree) -> [QueryTree] {
    switch tree {
    case .any(let should, let must, _): (should + must).flatMap(leaves)
    case .and(let parts), .or(let parts): parts.flatMap(leaves)
    case .not: []
    default: [tree]
    }
  }

  /// The terms of a leaf; for a prefix, those of the words that have it, the most frequent first.
  private func words(_ leaf: QueryTree) -> [String] {
    switch leaf {
    case .word(let word):
      return [word == "results" ? "result" : word == "nowhere" ? "nowher" : word]
    case .phrase(let words): return words
    case .near(_, let parts): return parts.flatMap(words)
    case .prefix(let prefix):
      var counts: [String: Int] = [:]
      for word in postings.words where word.word.hasPrefix(prefix) {
        counts[word.term, default: 0] += word.count
      }
      return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .map(\.key)
    default: return []
    }
  }

  /// Whether words must be adjacent or near each other.
  private static func isTogether(_ leaf: QueryTree) -> Bool {
    switch leaf {
    case .phrase(let words): words.count > 1
    case .near: true
    default: false
    }
  }

  private func together(_ words: [String], _ match: ([[Int]]) -> Bool) -> Set<UInt32> {
    guard let first = postings.positions[words[0]] else { return [] }
    return Set(
      first.keys.filter { passage in
        let places = words.compactMap { postings.positions[$0]?[passage] }
        return places.count == words.count && match(places)
      })
  }
}
