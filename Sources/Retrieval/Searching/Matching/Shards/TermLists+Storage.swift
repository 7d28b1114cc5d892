import Query
import Ranking

// Lists of a storage other than the index file.
extension TermLists {
  /// The list in a segment of a pattern, from the matches of its expression.
  func stored(
    _ pattern: Pattern, _ expression: ShardExpression, _ unit: SearchRequest.Unit,
    _ segment: SegmentStatistics, _ storage: any PostingStorage
  ) throws -> PostingCursor? {
    let all = try lists.shardMatches(pattern, unit) { try storage.list(expression) }
    let range = snapshot.range(segment, unit)
    return try lists.list(pattern, unit, segment: segment.number) { _ in
      all.filter { range.contains($0.number) }.map {
        Posting(number: $0.number, impact: ShardPatterns.impact($0.weight, of: pattern))
      }
    }
  }

  /// A phrase over the passages that contain all its terms; `nil` if there are none.
  ///
  /// - Parameter candidates: the passages that will be asked for; `nil` for any.
  func shardPhrase(
    _ terms: [String], _ shape: PhraseMatcher.Shape, _ segment: SegmentStatistics,
    in candidates: Bitmap?, _ storage: any PostingStorage
  ) throws -> PhraseMatcher? {
    var numbers: [UInt32] = []
    for term in terms {
      guard let number = try dictionary.number(of: term) else { return nil }
      numbers.append(UInt32(number))
    }
    let words = Set(terms).sorted().map {
      ShardExpression.term(ShardTerm.word($0, .passage))
    }
    var passages = try storage.numbers(.all(words))
    passages.removeAll {
      !segment.passages.contains($0) || candidates?.contains($0) == false
    }
    let found = try storage.positions(passages)
    var postings: [PostingCursor] = []
    var positions: [PositionCursor] = []
    for number in numbers {
      var list: [Posting] = []
      var raw = RawPostings()
      for passage in passages {
        guard let entry = found[passage]?.entry(number) else { continue }
        list.append(Posting(number: passage, impact: entry.impact))
        raw.begin(passage)
        var previous: UInt16 = 0
        for position in entry.positions {
          raw.add(position: position, after: previous)
          previous = position
        }
      }
      guard !list.isEmpty, let cursor = PostingCursor(rows: PostingRows(list)) else { return nil }
      postings.append(cursor)
      positions.append(
        PositionCursor(rows: PostingRows(rows: PositionLayout.rows(raw)), key: 0))
    }
    return PhraseMatcher(postings: postings, positions: positions, shape: shape)
  }
}
