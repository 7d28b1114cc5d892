import Answers
import Literature
import Query
import Ranking

extension Searcher {
  /// The number of documents with each code of a facet, including narrower codes, the most frequent
  /// first and `none` last.
  private func codeCounts(
    _ facet: FacetName, _ documents: Bitmap, _ includePossible: Bool
  ) throws -> [FacetCount] {
    let evaluator = FilterEvaluator(snapshot: snapshot)
    func count(_ code: String) throws -> Int {
      var set = try evaluator.union(facet, [code], includePossible: includePossible)
      set.formIntersection(documents)
      return set.count
    }
    var counts: [FacetCount] = []
    for code in Vocabulary.standard.codes(of: facet) {
      let found = try count(code)
      if found > 0 { counts.append(FacetCount(code, found)) }
    }
    counts.sort {
      $0.documents != $1.documents ? $0.documents > $1.documents : $0.value < $1.value
    }
    let none = try count(CodeFilter.none)
    return counts + Self.none(none)
  }

  /// The count of documents without a value, as the last of a list; nothing if there are none.
  private static func none(_ count: Int) -> [FacetCount] {
    count > 0 ? [FacetCount(CodeFilter.none, count)] : []
  }

  /// Counts of every facet over some documents.
  ///
  /// - Parameter includePossible: whether values that are only possible count.
  func facetCounts(_ documents: Bitmap, includePossible: Bool) throws -> FacetCounts {
    var counts: FacetCounts = [:]
    for facet in FacetDefinition.filters {
      counts[facet.name.rawValue] =
        switch facet.kind {
        case .codes: try codeCounts(facet.name, documents, includePossible)
        case .count: try rangeCounts(facet.name, documents, includePossible)
        case .year: try yearCounts(documents)
        }
    }
    return counts
  }

  /// The ranges in which numbers are counted, inclusive.
  private static let countRanges: [(Int, Int?)] = [
    (0, 19), (20, 49), (50, 99), (100, 499), (500, 999), (1000, nil),
  ]

  private func rangeCounts(
    _ facet: FacetName, _ documents: Bitmap, _ includePossible: Bool
  ) throws -> [FacetCount] {
    let values = try snapshot.values(facet.rawValue)
    let possible: [UInt32] =
      includePossible ? try snapshot.values(DocumentColumn.possible(facet.rawValue)) : []
    var counts = [Int](repeating: 0, count: Self.countRanges.count)
    var none = 0
    documents.forEach { document in
      var value = IndexSnapshot.value(of: document, in: values)
      if value == DocumentColumn.unknown, includePossible {
        value = IndexSnapshot.value(of: document, in: possible)
      }
      if value == DocumentColumn.unknown {
        none += 1
      } else if let range = Self.countRanges.firstIndex(where: {
        Int(value) >= $0.0 && Int(value) <= $0.1 ?? .max
      }) {
        counts[range] += 1
      }
    }
    var result: [FacetCount] = []
    for (range, count) in zip(Self.countRanges, counts) where count > 0 {
      result.append(FacetCount(NumberRange(from: range.0, to: range.1).description, count))
    }
    return result + Self.none(none)
  }

  private func yearCounts(_ documents: Bitmap) throws -> [FacetCount] {
    let values = try snapshot.values(DocumentColumn.year)
    var counts: [UInt32: Int] = [:]
    documents.forEach { counts[IndexSnapshot.value(of: $0, in: values), default: 0] += 1 }
    let none = counts.removeValue(forKey: DocumentColumn.unknown) ?? 0
    return counts.sorted { $0.key > $1.key }.map { FacetCount(String($0.key), $0.value) }
      + Self.none(none)
  }

  /// Counts facets over the documents that match a request, or over all for an empty one.
  func facets(_ request: SearchRequest) throws -> FacetReport {
    let (query, documents) = try selection(request)
    var report = FacetReport(
      query: query, documents: documents.count,
      facets: try facetCounts(documents, includePossible: request.filter.includePossible))
    MissingShards(reader.storage).mark(&report.partial, &report.missingShards, &report.query)
    return report
  }

  /// The documents that match a request, and its query with notes on those that a range left out.
  func selection(_ request: SearchRequest) throws -> (InterpretedQuery, Bitmap) {
    let prepared = try prepare(request)
    let notes = try MissingValueNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
    return (prepared.interpreted(request, notes: notes), try counter.documents(prepared))
  }
}
