import Ranking

/// Some terms of segments that are merged, with the rows of their lists in each segment.
struct MergedTerms: Sendable {
  private var lists: [(term: Int, parts: [StoredList])] = []
  /// The size of the rows in bytes.
  private(set) var size = 0

  /// The size in bytes at which terms are passed to another thread; enough that starting it costs
  /// little.
  private static let mostBytes = 1 << 16

  /// Takes the next terms from the segments; `nil` at their end.
  init?(_ readers: inout [SegmentReader]) throws {
    while size < Self.mostBytes, let term = readers.compactMap(\.term).min() {
      var parts: [StoredList] = []
      for index in readers.indices where readers[index].term == term {
        let part = try readers[index].next()
        parts.append(part)
        size += part.size
      }
      lists.append((term: term, parts: parts))
    }
    if lists.isEmpty { return nil }
  }

  /// The ranked rows of the terms, up to the first with damaged postings.
  struct Ranked: Sendable {
    var rows: [(term: Int, rows: TermRows)] = []
    /// The term whose postings are damaged.
    var damaged: Int?
  }

  /// Merges and ranks the postings of each term.
  ///
  /// - Parameter lengths: the lengths of the merged segment, with deleted documents marked.
  func ranked(_ ranker: PostingRanker, _ lengths: SegmentLengths) -> Ranked {
    let passages =
      lengths.firstPassage..<lengths.firstPassage + UInt32(lengths.passageCount)
    var ranker = ranker
    var ranked = Ranked()
    var merged = RawPostings()
    var part = RawPostings()
    for list in lists {
      merged.removeAll()
      for stored in list.parts {
        guard stored.read(into: &part), part.passages.allSatisfy(passages.contains) else {
          ranked.damaged = list.term
          return ranked
        }
        merged.append(part, where: lengths.isLive)
      }
      ranked.rows.append((term: list.term, rows: ranker.rows(merged)))
    }
    return ranked
  }
}
