import Query
import Ranking

/// Opens the posting lists of terms, and phrases over them.
struct TermLists {
  let lists: PostingLists
  let dictionary: TermDictionary
  let snapshot: IndexSnapshot
  /// The words that initials are compared with; initials have no posting lists.
  let authorWords: AuthorWords

  /// The list of a term in a segment; `nil` if it does not occur there.
  func cursor(
    _ term: String, _ unit: SearchRequest.Unit, _ segment: SegmentStatistics
  ) throws -> PostingCursor? {
    guard let number = try dictionary.number(of: term) else { return nil }
    if let storage = lists.storage {
      let expression = ShardExpression.term(ShardTerm.word(term, unit))
      return try stored(.term(term), expression, unit, segment, storage)
    }
    return try lists.postings(unit, term: number, segment: segment.number)
  }

  /// A phrase over the lists of its terms; `nil` if one of them is not in the segment, or if
  /// the phrase is longer than any field.
  ///
  /// - Parameter candidates: the passages that will be asked for; `nil` for any.
  func phrase(
    _ terms: [String], _ shape: PhraseMatcher.Shape, _ segment: SegmentStatistics,
    in candidates: Bitmap? = nil
  ) throws -> PhraseMatcher? {
    if shape == .inOrder, terms.count > FieldSpace.size { return nil }
    if let storage = lists.storage {
      return try shardPhrase(terms, shape, segment, in: candidates, storage)
    }
    var postings: [PostingCursor] = []
    var positions: [PositionCursor] = []
    for term in terms {
      guard let number = try dictionary.number(of: term),
        let cursor = try lists.postings(.passage, term: number, segment: segment.number)
      else { return nil }
      postings.append(cursor)
      positions.append(try lists.positions(term: number, segment: segment.number))
    }
    return PhraseMatcher(postings: postings, positions: positions, shape: shape)
  }

  /// Calls `visit` for each of some passages that contains a term, in order, with its positions.
  func forEachPassage(
    of term: String, in candidates: Bitmap, _ segment: SegmentStatistics,
    _ visit: (UInt32, [UInt16]) -> Void
  ) throws {
    guard var positions = try phrase([term], .inOrder, segment, in: candidates),
      var list = try cursor(term, .passage, segment)
    else { return }
    var next = candidates.next(segment.passages.lowerBound)
    while let wanted = next, let posting = list.seek(wanted) {
      if posting.number == wanted {
        visit(wanted, positions.starts(in: wanted))
        next = candidates.next(wanted + 1)
      } else {
        next = candidates.next(posting.number)
      }
    }
  }
}
