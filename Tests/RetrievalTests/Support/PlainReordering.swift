import Foundation
import GRDB
import Retrieval

/// Orders documents anew as `docs/ranking.md` tells it, in the plainest way: every word of a
/// document in a list, every pair of places compared.
struct PlainReordering {
  private let postings: PlainPostings
  private let averagePassage: Double
  private let averageDocument: Double
  private var documents: [UInt32: Document] = [:]

  /// The words of the title and of each passage; what is no word of the corpus is `nil`.
  private struct Document {
    var title: [String?] = []
    var passages: [[String?]] = []

    var body: [String?] { passages.flatMap(\.self) }
  }

  /// - Parameter isWord: tells words from joined forms.
  init(_ database: Database, _ postings: PlainPostings, isWord: (String) -> Bool) throws {
    self.postings = postings
    let sums = try Row.fetchOne(
      database,
      sql: """
        SELECT total(passage_length) / sum(passages) AS passage,
          total(document_length) / sum(documents) AS document FROM segments
        """)
    averagePassage = sums?["passage"] ?? 1
    averageDocument = sums?["document"] ?? 1
    var texts: [UInt32: [Int: String]] = [:]
    for (term, passages) in postings.positions where isWord(term) {
      for (passage, positions) in passages {
        for position in positions { texts[passage, default: [:]][position] = term }
      }
    }
    let lengths = try Self.lengths(database)
    for (passage, document) in postings.documentOf.sorted(by: { $0.key < $1.key }) {
      let words = texts[passage] ?? [:]
      let body = (0..<(lengths[passage] ?? 0)).map { words[$0] }
      documents[document, default: Document()].passages.append(body)
      let title = words.keys.filter { (4096..<8192).contains($0) }.max().map { $0 - 4095 } ?? 0
      documents[document]?.title = (0..<title).map { words[4096 + $0] }
    }
  }

  /// How many words the body of each passage has: one more than its last position.
  private static func lengths(_ database: Database) throws -> [UInt32: Int] {
    let postings = try PlainPostings(database)
    var lengths: [UInt32: Int] = [:]
    for passages in postings.positions.values {
      for (passage, positions) in passages {
        let last = positions.filter { $0 < 4096 }.max() ?? -1
        lengths[passage] = max(lengths[passage] ?? 0, last + 1)
      }
    }
    return lengths
  }

  /// The scores of candidates, given those of the first ranking, for the terms of a query, each as often as it was typed.
  func scores(
    _ first: [UInt32: Double], terms: [(term: String, times: Double)]
  ) -> [UInt32: Double] {
    let candidates = first.keys.sorted()
    let weights = terms.map { idf($0.term) * $0.times }
    var scores: [UInt32: Double] = [:]
    var rarest: [[Int]: Double] = [:]
    var counted: [UInt32: [[Int]: Double]] = [:]
    for number in candidates {
      guard let document = documents[number] else { continue }
      counted[number] = pairs(document, terms.map(\.term))
      for pair in counted[number, default: [:]].keys { rarest[pair, default: 0] += 1 }
      let whole = terms.indices.map { weights[$0] * share(terms[$0].term, document) }
      let best = bestPassage(document, terms.map(\.term), weights)
      for index in terms.indices {
        scores[number, default: 0] += (whole[index] + weights[index] * best[index]) / 2
      }
      // Authors are in no document's words.
      if whole.contains(0) {
        scores[number, default: 0] += max(0, first[number, default: 0] - whole.reduce(0, +))
      }
    }
    let total = Double(candidates.count)
    for number in candidates where terms.count > 1 {
      guard let document = documents[number] else { continue }
      let norm = norm(document.body.count, document, averageDocument)
      for (pair, count) in counted[number, default: [:]] {
        let holding = rarest[pair, default: 0]
        let rarity = log(1 + (total - holding + 0.5) / (holding + 0.5))
        scores[number, default: 0] +=
          0.6 * (2 / Double(terms.count - 1)).squareRoot() * rarity * count / (count + norm)
      }
    }
    for (term, weight) in feedback(scores, weights.reduce(0, +)) {
      for number in candidates {
        guard let document = documents[number] else { continue }
        scores[number, default: 0] += weight * share(term, document)
      }
    }
    return scores
  }

  // MARK: Parts of a score

  /// The shares of the terms in the passage that they give most.
  private func bestPassage(
    _ document: Document, _ terms: [String], _ weights: [Double]
  ) -> [Double] {
    var best = terms.map { _ in 0.0 }
    var bestSum = -1.0
    for passage in document.passages {
      let norm = norm(passage.count, document, averagePassage)
      let shares = terms.map { share($0, passage, document.title, norm) }
      let sum = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 }
      if sum > bestSum + 1e-6 { (best, bestSum) = (shares, sum) }
    }
    return best
  }

  /// How often each pair of terms stands within eight words, in the title or in the body.
  private func pairs(_ document: Document, _ terms: [String]) -> [[Int]: Double] {
    var counts: [[Int]: Double] = [:]
    for field in [document.title, document.body] {
      let known = field.map { word in terms.firstIndex { $0 == word } }
      for (first, one) in known.enumerated() {
        for (second, other) in known.enumerated()
        where second > first && second - first <= 8 && one != other {
          if let one, let other { counts[[min(one, other), max(one, other)], default: 0] += 1 }
        }
      }
    }
    return counts
  }

  /// The sixty heaviest terms of the twenty best documents, that at least two of them hold.
  private func feedback(_ scores: [UInt32: Double], _ weight: Double) -> [(String, Double)] {
    let best = scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(20)
    let top = best.first?.value ?? 1
    let sum = best.reduce(0) { $0 + pow($1.value / top, 4) }
    var found: [String: (weight: Double, documents: Int)] = [:]
    for (number, score) in best {
      guard let document = documents[number] else { continue }
      for term in Set((document.title + document.body).compactMap(\.self)) {
        found[term, default: (0, 0)].weight +=
          pow(score / top, 4) / sum * share(term, document)
        found[term]?.documents += 1
      }
    }
    let telling = found.filter { term, found in
      found.documents > 1 && count(term) * 2 <= postings.documentCount
    }
    let heaviest = telling.map { ($0.key, $0.value.weight * pow(idf($0.key), 2)) }
      .sorted { $0.1 > $1.1 }.prefix(60)
    let added = heaviest.reduce(0) { $0 + $1.1 }
    return heaviest.map { ($0.0, $0.1 * 0.6 * weight / added) }
  }

  // MARK: Formulas

  private func count(_ term: String) -> Int { postings.documents[term]?.count ?? 0 }

  private func idf(_ term: String) -> Double {
    InverseDocumentFrequency.value(
      count: Double(count(term)), total: Double(postings.documentCount))
  }

  private func norm(_ words: Int, _ document: Document, _ average: Double) -> Double {
    let length = Double(words) + 2 * Double(document.title.count)
    return 2 * (0.25 + 0.75 * length / max(average, 1))
  }

  private func share(_ term: String, _ document: Document) -> Double {
    share(
      term, document.body, document.title, norm(document.body.count, document, averageDocument))
  }

  private func share(
    _ term: String, _ body: [String?], _ title: [String?], _ norm: Double
  ) -> Double {
    let weighted = Double(body.count { $0 == term } + 2 * title.count { $0 == term })
    return weighted / (weighted + norm)
  }
}
