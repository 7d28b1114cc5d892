import Foundation

/// Words of the query near each other in documents: a pair of parts counts as often as both stand
/// within a few words, in the title or in the body, weighted by how rare it is among the candidates.
struct WordPairs {
  /// How far apart the words of a pair may stand.
  static let window = 8
  /// How much pairs count for against words.
  static let weight = 0.6

  /// How many parts the query has, at most ``DocumentOrder/mostParts``.
  private let parts: Int
  /// By document, then by pair with the lower part first.
  private var counts: [Float] = []
  /// By place in the document at hand: the part that stands there + 1, or 0.
  private var standing: [UInt8] = []

  init(parts: Int) {
    self.parts = parts
  }

  /// Counts the pairs of the next document.
  mutating func count(_ document: ForwardDocument, _ occurrences: [PartFinder.Occurrence]) {
    guard parts > 1 else { return }
    let base = counts.count
    counts.append(contentsOf: repeatElement(0, count: parts * parts))
    if occurrences.count < 2 { return }
    let size = document.words + Self.window + 1
    if standing.count < size {
      standing.append(contentsOf: repeatElement(0, count: size - standing.count))
    }
    let parts = parts
    var others: [PartFinder.Occurrence] = []
    standing.withUnsafeMutableBytes { standing in
      for occurrence in occurrences {
        let place = Int(occurrence.place)
        let before = standing[place]
        if before == 0 {
          standing[place] = UInt8(occurrence.part + 1)
        } else {
          others.append(occurrence)
        }
      }
      let places = Places(
        standing: UnsafeRawBufferPointer(standing), others: others, titleWords: document.titleWords)
      counts.withUnsafeMutableBufferPointer { counts in
        for occurrence in occurrences {
          places.forEachPair(occurrence) { low, high in counts[base + low * parts + high] += 1 }
        }
      }
      for occurrence in occurrences { standing[Int(occurrence.place)] = 0 }
    }
  }

  /// Adds to the documents what their pairs give.
  func add(to documents: inout [Reranker.Candidate]) {
    guard parts > 1 else { return }
    let size = parts * parts
    var holding = [Float](repeating: 0, count: size)
    for base in stride(from: 0, to: counts.count, by: size) {
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
}

/// Where the parts of a query stand in a document.
private struct Places {
  /// By place: the part + 1, or 0; at least a window longer than the document.
  let standing: UnsafeRawBufferPointer
  /// Where another stands already.
  let others: [PartFinder.Occurrence]
  let titleWords: Int

  /// Calls `visit` with the parts, the lower first, of each pair of an occurrence and one after it.
  @inline(__always)
  func forEachPair(_ occurrence: PartFinder.Occurrence, _ visit: (Int, Int) -> Void) {
    let place = Int(occurrence.place)
    let part = Int(occurrence.part)
    // What follows in the window, the nearest in the lowest byte.
    var following = UInt64(
      littleEndian: standing.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self))
    if place < titleWords, titleWords - place <= WordPairs.window {
      following &= (1 << UInt64(8 * (titleWords - place - 1))) - 1
    }
    while following != 0 {
      let lowest = UInt64(following.trailingZeroBitCount & ~7)
      let other = Int(following &>> lowest & 0xFF) - 1
      if other != part { visit(min(part, other), max(part, other)) }
      following &= ~(0xFF &<< lowest)
    }
    for each in others where each.place > occurrence.place {
      let (other, otherPart) = (Int(each.place), Int(each.part))
      let isOneField = (place < titleWords) == (other < titleWords)
      if other - place <= WordPairs.window, isOneField, otherPart != part {
        visit(min(part, otherPart), max(part, otherPart))
      }
    }
  }
}
