import Foundation
import GRDB
import Ranking
import Retrieval

/// Reranks documents as `docs/ranking.md` describes, in the plainest way: it lists every word of a
/// document and compares every pair of positions.
struct PlainReranking {
  private let postings: PlainPostings
  private let averagePassage: Double
  private let averageDocument: Double
  private var documents: [UInt32: Document] = [:]

  /// The words of the title and of each passage; `nil` for a word that is not in the corpus.
  private struct Document {
    var title: [String?] = []
    var passages: [[String?]] = []

    var body: [String?] = []
  }

  /// - Parameter isWord: whether a term is a word, not a joined form.
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
    let lengths = Self.lengths(postings)
    for (passage, document) in postings.documentOf.sorted(by: { $0.key < $1.key }) {
      let words = texts[passage] ?? [:]
      let body = (0..<(lengths[passage] ?? 0)).map { words[$0] }
      documents[document, default: Document()].passages.append(body)
      documents[document, default: Document()].body += body
      let title = words.keys.filter { (4096..<8192).contains($0) }.max().map { $0 - 4095 } ?? 0
      documents[document]?.title = (0..<title).map { words[4096 + $0] }
    }
  }

  /// The number of words in the body of each passage: one more than its last position.
  private static func lengths(_ postings: PlainPostings) -> [UInt32: Int] {
    var lengths: [UInt32: Int] = [:]
    for passages in postings.positions.values {
      for (passage, positions) in passages {
        let last = positions.filter { $0 < 4096 }.max() ?? -1
        lengths[passage] = max(lengths[passage] ?? 0, last + 1)
      }
    }
    return lengths
  }

  /// A part of a query: a word or a phrase, and how often it occurs in the query.
  struct Part {
    var words: [String]
    var times: Double
    /// Impacts in the first ranking by document.
    var impacts: PlainPostings.List
  }

  /// The scores of candidates, given those of the first ranking, for the parts of a query.
  func scores(_ first: [UInt32: Double], _ parts: [Part]) -> [UInt32: Double] {
    let candidates = first.keys.sorted()
    let weights = parts.map { part in part.times * part.words.reduce(0) { $0 + idf($1) } }
    var scores: [UInt32: Double] = [:]
    var rarest: [[Int]: Double] = [:]
    var counted: [UInt32: [[Int]: Double]] = [:]
    for number in candidates {
      guard let document = documents[number] else { continue }
      counted[number] = pairs(document, parts)
      for pair in counted[number, default: [:]].keys { rarest[pair, default: 0] += 1 }
      let whole = parts.indices.map { weights[$0] * share(parts[$0].words, document) }
      let best = bestPassage(document, parts, weights)
      var score = 0.0
      for index in parts.indices { score += (whole[index] + weights[index] * best[index]) / 2 }
      // The words of a document do not include authors and headings.
      if first[number, default: 0] - whole.reduce(0, +) > weights.reduce(0, +) / 510 {
        for index in parts.indices where whole[index] == 0 {
          score += weights[index] * Double(parts[index].impacts[number] ?? 0) / 255
        }
      }
      scores[number] = score
    }
    let total = Double(candidates.count)
    for number in candidates where parts.count > 1 {
      guard let document = documents[number] else { continue }
      let norm = norm(document.body.count, document, averageDocument)
      for (pair, count) in counted[number, default: [:]] {
        let holding = rarest[pair, default: 0]
        let rarity = log(1 + (total - holding + 0.5) / (holding + 0.5))
        scores[number, default: 0] +=
          0.6 * (2 / Double(parts.count - 1)).squareRoot() * rarity * count / (count + norm)
      }
    }
    for (term, weight) in feedback(scores, weights.reduce(0, +)) {
      for number in candidates {
        guard let document = documents[number] else { continue }
        scores[number, default: 0] += weight * share([term], document)
      }
    }
    return scores
  }

  // MARK: Parts of a score

  /// The scores of the parts in the passage in which their sum is highest.
  private func bestPassage(_ document: Document, _ parts: [Part], _ weights: [Double]) -> [Double] {
    var best = parts.map { _ in 0.0 }
    var bestSum = -1.0
    let inBody = parts.map { Self.places($0.words, document.body) }
    let inTitle = parts.map { Self.places($0.words, document.title).count }
    var start = 0
    for passage in document.passages {
      let places = start..<start + passage.count
      start += passage.count
      let norm = norm(passage.count, document, averagePassage)
      let shares = parts.indices.map { part in
        share(inBody[part].count { places.contains($0) }, inTitle[part], norm)
      }
      let sum = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 }
      if sum > bestSum + 1e-6 { (best, bestSum) = (shares, sum) }
    }
    return best
  }

  /// The number of times that each pair of parts occurs within eight words, in the title or in the body.
  private func pairs(_ document: Document, _ parts: [Part]) -> [[Int]: Double] {
    var counts: [[Int]: Double] = [:]
    for field in [document.title, document.body] {
      let places = parts.map { Self.places($0.words, field) }
      for one in parts.indices {
        for other in parts.indices where other > one {
          for (left, right) in places[one].flatMap({ left in places[other].map { (left, $0) } })
          where left != right && abs(left - right) <= 8 { counts[[one, other], default: 0] += 1 }
        }
      }
    }
    return counts
  }

  /// The sixty heaviest terms of the twenty best documents, among those in at least two of these.
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
          pow(score / top, 4) / sum * share([term], document)
        found[term]?.documents += 1
      }
    }
    let informative = found.filter { term, found in
      found.documents > 1 && count(term) * 2 <= postings.documentCount
    }
    let heaviest = informative.map { ($0.key, $0.value.weight * pow(idf($0.key), 2)) }
      .sorted { $0.1 > $1.1 }.prefix(60)
    let added = heaviest.reduce(0) { $0 + $1.1 }
    return heaviest.map { ($0.0, $0.1 * 0.6 * weight / added) }
  }

  // MARK: Formulas

  /// The number of documents that contain a term and are not deleted.
  private func count(_ term: String) -> Int {
    postings.documents[term]?.keys.filter { postings.ids[$0] != nil }.count ?? 0
  }

  private func idf(_ term: String) -> Double {
    InverseDocumentFrequency.value(
      count: Double(count(term)), total: Double(postings.documentCount))
  }

  private func norm(_ words: Int, _ document: Document, _ average: Double) -> Double {
    let length = Double(words) + 2 * Double(document.title.count)
    return 2 * (0.25 + 0.75 * length / max(average, 1))
  }

  private func share(_ words: [String], _ document: Document) -> Double {
    share(
      Self.places(words, document.body).count, Self.places(words, document.title).count,
      norm(document.body.count, document, averageDocument))
  }

  private func share(_ body: Int, _ title: Int, _ norm: Double) -> Double {
    let weighted = Double(body + 2 * title)
    return weighted / (weighted + norm)
  }

  /// The positions at which words occur side by side in a field.
  private static func places(_ words: [String], _ field: [String?]) -> [Int] {
    guard field.count >= words.count else { return [] }
    return field.indices.prefix(field.count - words.count + 1).filter { start in
      field[start] == words.first
        && field[start..<start + words.count].elementsEqual(words, by: { $0 == $1 })
    }
  }
}
