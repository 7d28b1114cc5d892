import Foundation

/// Words of the query near each other in a document: a pair of parts counts as often as both stand
/// within a few words, in the title or in the body, weighted by how rare it is among the candidates.
struct WordPairs {
  /// How far apart the words of a pair may stand.
  static let window = 8
  /// How much pairs count for against words.
  static let weight = 0.6

  /// How many parts the query has.
  let parts: Int
  let words: ForwardWords

  /// Adds to the documents what their pairs give.
  func add(to documents: inout [Reranker.Candidate]) {
    guard parts > 1 else { return }
    let size = parts * parts
    // By document, then by pair with the lower part first.
    var counts = [Float](repeating: 0, count: size * documents.count)
    var holding = [Float](repeating: 0, count: size)
    for index in documents.indices {
      let base = index * size
      count(documents[index], into: &counts, at: base)
      for pair in 0..<size where counts[base + pair] > 0 { holding[pair] += 1 }
    }
    let total = Double(documents.count)
    let rarity = holding.map { log(1 + (total - Double($0) + 0.5) / (Double($0) + 0.5)) }
    let scale = Self.weight * (2 / Double(parts - 1)).squareRoot()
    for index in documents.indices {
      // The norm is k1 · (length share): the same saturation as for words, for a count of pairs.
      let norm = Double(documents[index].norm)
      var sum = 0.0
      for pair in 0..<size {
        let found = Double(counts[index * size + pair])
        if found > 0 { sum += rarity[pair] * found / (found + norm) }
      }
      documents[index].proximity = scale * sum
    }
  }

  private func count(_ candidate: Reranker.Candidate, into counts: inout [Float], at base: Int) {
    let places = candidate.occurrences
    let titleEnd = candidate.document.titleEnd
    for first in places.indices {
      var second = first + 1
      while second < places.count, places[second].place - places[first].place <= Self.window {
        let isOneField = (places[first].place < titleEnd) == (places[second].place < titleEnd)
        let low = min(places[first].part, places[second].part)
        let high = max(places[first].part, places[second].part)
        if isOneField, low != high, places[first].place != places[second].place {
          counts[base + low * parts + high] += 1
        }
        second += 1
      }
    }
  }
}
