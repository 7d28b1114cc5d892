import Ranking

/// Reads the matches of a positional query in passages, one passage after another.
///
/// A match is a span: the positions from its first word to its last. Lucene calls this a span
/// query.
final class SpanReader {
  private enum Input {
    case phrase(PhraseMatcher, length: Int)
    /// The positions of many terms, by passage.
    case words([UInt32: [UInt16]])
    /// The words of authors that begin with some letters.
    case initial(String, AuthorWords, PassageMap)
    case union([SpanReader])
    case near(Proximity, [SpanReader])
    case nothing
  }

  private var input: Input
  private let lists: PostingLists
  private let fields: FieldSet
  /// The positions of an initial in the last document; all its passages have the same authors.
  private var initials: (document: UInt32, positions: [UInt16])?
  /// The spans in the passages of the last window.
  private var recent: [(passage: UInt32, spans: [Span])] = []

  /// Opens a query in a segment.
  ///
  /// - Parameters:
  ///   - candidates: the passages that will be read.
  ///   - fields: the fields of a passage that must contain the matches.
  init(
    _ query: PositionalQuery, in candidates: Bitmap, _ fields: FieldSet,
    _ lists: TermLists, _ segment: SegmentStatistics
  ) throws {
    self.fields = fields
    self.lists = lists.lists
    func readers(_ parts: [PositionalQuery]) throws -> [SpanReader] {
      try parts.map { try SpanReader($0, in: candidates, fields, lists, segment) }
    }
    switch query {
    case .phrase(let terms):
      input =
        try lists.phrase(terms, .inOrder, segment, in: candidates)
        .map { .phrase($0, length: terms.count) }
        ?? .nothing
    case .oneOf(let terms):
      input = .words(try Self.words(terms, candidates, lists, segment))
    case .initial(let letters):
      input = .initial(letters, lists.authorWords, try lists.snapshot.passageMap())
    case .some(let parts):
      input = .union(try readers(parts))
    case .near(let distance, let isOrdered, let operands):
      input = .near(
        Proximity(distance: distance, isOrdered: isOrdered), try readers(operands))
    case .all:
      // Not a query with positions; it never occurs inside a proximity.
      input = .nothing
    }
  }

  /// The positions of any of several terms in passages.
  private static func words(
    _ terms: [String], _ candidates: Bitmap, _ lists: TermLists,
    _ segment: SegmentStatistics
  ) throws -> [UInt32: [UInt16]] {
    var found: [UInt32: [UInt16]] = [:]
    for term in terms {
      try lists.forEachPassage(of: term, in: candidates, segment) { passage, positions in
        found[passage, default: []] += positions
      }
    }
    return found
  }

  /// The spans in a passage, in order and without duplicates; passages must be passed in
  /// non-decreasing order.
  func spans(in passage: UInt32) throws -> [Span] {
    switch input {
    case .phrase(var phrase, let length):
      // The matcher moves its cursors, so only one copy of it may be in use.
      input = .nothing
      let starts = phrase.starts(in: passage)
      input = .phrase(phrase, length: length)
      return spans(starts, length)
    case .words(let words):
      return spans((words[passage] ?? []).sorted(), 1)
    case .initial(let letters, let words, let map):
      let document = map.document(of: passage)
      let found =
        try initials.flatMap { $0.document == document ? $0.positions : nil }
        ?? words.positions(of: document, beginningWith: letters)
      initials = (document, found)
      return spans(found, 1)
    case .union(let readers):
      return Span.sorted(try readers.flatMap { try $0.spans(in: passage) })
    case .near(let proximity, let readers):
      return try spans(proximity, readers) { try $0.spans(in: passage) }
    case .nothing:
      return []
    }
  }

  /// The spans in the text around the end of a passage, in order and without duplicates, with
  /// positions counted from the first word of the passage.
  ///
  /// Words and phrases are within one passage. Windows must be passed in the order of their first
  /// passages, and to a reader that reads nothing else.
  func spans(in window: PassageWindow) throws -> [Span] {
    switch input {
    case .union(let readers):
      return Span.sorted(try readers.flatMap { try $0.spans(in: window) })
    case .near(let proximity, let readers) where !proximity.isPhrase:
      return try spans(proximity, readers) { try $0.spans(in: window) }
    case .phrase, .words, .initial, .near, .nothing:
      recent.removeAll { $0.passage < window.first }
      var found: [Span] = []
      for (passage, offset) in window.passages {
        for span in try recentSpans(in: passage) where FieldSpace.isText(UInt16(span.start)) {
          let moved = span.moved(to: offset)
          if window.positions.contains(moved.start), moved.end <= window.positions.upperBound {
            found.append(moved)
          }
        }
      }
      return found.sorted()
    }
  }

  /// The spans in a passage of a window; the next windows may contain it again.
  private func recentSpans(in passage: UInt32) throws -> [Span] {
    if let known = recent.first(where: { $0.passage == passage }) { return known.spans }
    let spans = try spans(in: passage)
    recent.append((passage, spans))
    return spans
  }

  /// The spans of operands near each other.
  private func spans(
    _ proximity: Proximity, _ readers: [SpanReader], _ read: (SpanReader) throws -> [Span]
  ) throws -> [Span] {
    var operands: [[Span]] = []
    for reader in readers {
      let spans = try read(reader)
      if spans.isEmpty { return [] }
      operands.append(spans)
    }
    // Many spans near each other take long to combine.
    try lists.checkDeadline()
    return proximity.spans(operands)
  }

  private func spans(_ starts: [UInt16], _ length: Int) -> [Span] {
    starts.filter { fields.contains($0) }
      .map { Span(start: Int($0), end: Int($0) + length) }
  }
}
