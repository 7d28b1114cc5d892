import JSON
import Literature

/// The changes between two runs of a search: the result of `replay`.
///
/// The schema is `docs/schema/replay.json`.
public struct SearchComparison: Codable, Sendable, Equatable {
  /// A document and its rank in one of the runs.
  public struct RankedDocument: Codable, Sendable, Equatable {
    /// The document's id.
    public var id: String
    /// Its title; empty if it is not known.
    public var title: String
    /// Its rank, from 1.
    public var rank: Int
  }

  /// A document that both runs found, but in a different order.
  public struct Move: Codable, Sendable, Equatable {
    /// The document's id.
    public var id: String
    /// Its title; empty if it is not known.
    public var title: String
    /// Its rank in the earlier run, from 1.
    public var from: Int
    /// Its rank now.
    public var to: Int
  }

  /// A document that is now part of another.
  public struct Merge: Codable, Sendable, Equatable {
    /// The id in the earlier run.
    public var id: String
    /// The id now.
    public var into: String
    /// The title now; empty if it is not known.
    public var title: String
  }

  /// A line of a strategy that finds another number of documents than in the earlier run.
  public struct ChangedLine: Codable, Sendable, Equatable {
    /// Its number.
    public var line: Int
    /// The number of documents in the earlier run; `nil` if the line could not be run.
    @ExplicitNull public var from: Int?
    /// The number now.
    @ExplicitNull public var to: Int?
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// Whether the same documents were found in the same order.
  public var same: Bool
  /// The earlier run, without its hits.
  public var before: Run
  /// This run, without its hits.
  public var after: Run
  /// Documents that were not found before, in order.
  public var new: [RankedDocument]
  /// Documents that are no longer found, in their earlier order.
  public var gone: [RankedDocument]
  /// Documents that both runs found in a different order: the smallest set that explains it.
  public var moved: [Move]
  /// Documents that are now part of another, with its id.
  public var merged: [Merge]
  /// Lines of the strategy that find a different number of documents; `nil` for a single search.
  public var lines: [ChangedLine]?

  /// One run of the search.
  public struct Run: Codable, Sendable, Equatable {
    /// The program and its version.
    public var program: String
    /// The date: ISO 8601, UTC.
    public var date: String
    /// The index as it was then.
    public var index: IndexContent
    /// The interpreted query.
    public var query: InterpretedQuery
    /// The user's own synonyms, in rows of forms that mean the same; `nil` if they were not saved.
    public var synonyms: [[String]]?
    /// The number of matches.
    public var total: HitCount
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case same, before, after, new, gone, moved, merged, lines
  }

  /// Compares two runs.
  ///
  /// - Parameter names: the current ids of documents that had other ids in the earlier run.
  public init(_ old: SavedSearch, _ now: SavedSearch, merged names: [String: String] = [:]) {
    before = Run(old)
    after = Run(now)
    let nowRanks = Self.ranks(now.hits)
    let wasHits = old.hits.map { names[$0] ?? $0 }
    let wasRanks = Self.ranks(wasHits)
    let titles = Self.titles(old).merging(Self.titles(now)) { _, now in now }
    new = now.hits.filter { wasRanks[$0] == nil }
      .map { RankedDocument(id: $0, title: titles[$0] ?? "", rank: nowRanks[$0] ?? 0) }
    gone = old.hits.enumerated().filter { nowRanks[wasHits[$0.offset]] == nil }
      .map { RankedDocument(id: $0.element, title: titles[$0.element] ?? "", rank: $0.offset + 1) }
    merged = old.hits.filter { names[$0].map { nowRanks[$0] != nil } ?? false }
      .map { Merge(id: $0, into: names[$0] ?? $0, title: titles[names[$0] ?? $0] ?? "") }
    let both = now.hits.filter { wasRanks[$0] != nil }
    let stayed = Self.longestRise(both.map { wasRanks[$0] ?? 0 })
    moved = both.indices.filter { !stayed.contains($0) }.map { index in
      Move(
        id: both[index], title: titles[both[index]] ?? "", from: wasRanks[both[index]] ?? 0,
        to: nowRanks[both[index]] ?? 0)
    }
    // Others changed around it.
    moved.removeAll { $0.from == $0.to }
    lines = Self.changes(old.lines, now.lines)
    same =
      new.isEmpty && gone.isEmpty && moved.isEmpty && merged.isEmpty && lines?.isEmpty ?? true
  }

  /// The lines that find a different number of documents; `nil` unless both runs have lines.
  private static func changes(
    _ old: [StrategyReport.Line]?, _ now: [StrategyReport.Line]?
  ) -> [ChangedLine]? {
    guard let old, let now else { return nil }
    let before = Dictionary(
      old.map { ($0.line, $0.documents) }, uniquingKeysWith: { first, _ in first })
    return now.compactMap { line in
      guard let was = before[line.line], was != line.documents else { return nil }
      return ChangedLine(line: line.line, from: was, to: line.documents)
    }
  }

  /// The titles that a saved search has, by id.
  private static func titles(_ search: SavedSearch) -> [String: String] {
    Dictionary(zip(search.hits, search.titles ?? []), uniquingKeysWith: { first, _ in first })
  }

  /// Rank of each id, from 1; the first if it occurs twice.
  private static func ranks(_ hits: [String]) -> [String: Int] {
    Dictionary(
      hits.enumerated().map { ($0.element, $0.offset + 1) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The offsets of a longest increasing subsequence (patience sorting:
  /// Schensted 1961); all others have moved.
  private static func longestRise(_ numbers: [Int]) -> Set<Int> {
    var tops: [Int] = []
    var before = [Int?](repeating: nil, count: numbers.count)
    for index in numbers.indices {
      let place = tops.partitioningIndex { numbers[$0] >= numbers[index] }
      before[index] = place > 0 ? tops[place - 1] : nil
      if place == tops.count { tops.append(index) } else { tops[place] = index }
    }
    var run = Set<Int>()
    var index = tops.last
    while let next = index {
      run.insert(next)
      index = before[next]
    }
    return run
  }
}

extension SearchComparison.Run {
  /// Describes the run of a saved search.
  package init(_ record: SavedSearch) {
    program = record.program
    date = record.date
    index = record.index
    query = record.query
    synonyms = record.synonyms
    total = record.total
  }
}
