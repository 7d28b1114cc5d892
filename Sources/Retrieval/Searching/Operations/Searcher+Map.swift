import Answers
import Literature
import Query
import Ranking

extension Searcher {
  /// Counts one facet against another, with all values in the index, including those without
  /// matching documents.
  func map(_ rows: FacetName, _ columns: FacetName, _ request: SearchRequest) throws -> FacetMap {
    let (query, documents) = try selection(request)
    let includePossible = request.filter.includePossible
    let rowSets = try axis(rows, documents, includePossible)
    let columnSets = try axis(columns, documents, includePossible)
    let counts = rowSets.map { row in
      columnSets.map { column in
        var both = row.documents
        both.formIntersection(column.documents)
        return both.count
      }
    }
    var map = FacetMap(
      query: query, documents: documents.count, rowFacet: rows.rawValue,
      columnFacet: columns.rawValue, rows: rowSets.map(\.value), columns: columnSets.map(\.value),
      counts: counts, rowTotals: rowSets.map(\.documents.count),
      columnTotals: columnSets.map(\.documents.count))
    MissingShards(reader.storage).mark(&map.partial, &map.missingShards, &map.query)
    return map
  }

  /// A value of a facet, and the matching documents that have it.
  private typealias AxisValue = (value: String, documents: Bitmap)

  /// The values of a facet that occur in the index, `none` last.
  private func axis(
    _ facet: FacetName, _ documents: Bitmap, _ includePossible: Bool
  ) throws -> [AxisValue] {
    facet.definition.kind == .year
      ? try years(documents) : try codes(of: facet, documents, includePossible)
  }

  private func codes(
    of facet: FacetName, _ documents: Bitmap, _ includePossible: Bool
  ) throws -> [AxisValue] {
    let evaluator = FilterEvaluator(snapshot: snapshot)
    let all = snapshot.alive()
    var values: [(value: AxisValue, matching: Int, all: Int)] = []
    for code in Vocabulary.standard.codes(of: facet) + [CodeFilter.none] {
      var set = try evaluator.union(facet, [code], includePossible: includePossible)
      set.formIntersection(all)
      let count = set.count
      if count == 0 { continue }
      set.formIntersection(documents)
      values.append(((code, set), set.count, count))
    }
    return values.sorted { left, right in
      let isNone = (left.value.value == CodeFilter.none, right.value.value == CodeFilter.none)
      if isNone.0 != isNone.1 { return isNone.1 }
      return left.matching != right.matching
        ? left.matching > right.matching
        : left.all != right.all ? left.all > right.all : left.value.value < right.value.value
    }.map(\.value)
  }

  /// Maximum number of year ranges in a map, if one of ``yearSteps`` is wide enough.
  private static let mostYears = 20
  /// The possible numbers of years in a range.
  private static let yearSteps = [1, 5, 10, 20, 50, 100]

  /// The number of years in a range: the smallest that makes at most ``mostYears`` ranges, or the
  /// largest.
  private static func step(from first: Int, to last: Int) -> Int {
    for step in yearSteps where last / step - first / step < mostYears { return step }
    return yearSteps.last ?? 1
  }

  /// Years or ranges of years, without gaps from the first to the last.
  private func years(_ documents: Bitmap) throws -> [AxisValue] {
    let column = try snapshot.values(DocumentColumn.year)
    var known: Set<UInt32> = []
    var hasUnknown = false
    snapshot.alive().forEach { document in
      let year = IndexSnapshot.value(of: document, in: column)
      if year == DocumentColumn.unknown { hasUnknown = true } else { known.insert(year) }
    }
    let empty = Bitmap(limit: snapshot.documentLimit)
    var unknown = empty
    let step = Self.step(from: Int(known.min() ?? 0), to: Int(known.max() ?? 0))
    var ranges: [Int: Bitmap] = [:]
    for year in known { ranges[Int(year) / step] = empty }
    documents.forEach { document in
      let year = IndexSnapshot.value(of: document, in: column)
      if year == DocumentColumn.unknown {
        unknown.insert(document)
      } else {
        ranges[Int(year) / step]?.insert(document)
      }
    }
    // Show ranges without documents, unless an implausible year would make too many.
    if let first = ranges.keys.min(), let last = ranges.keys.max(), last - first < Self.mostYears {
      for range in first...last where ranges[range] == nil { ranges[range] = empty }
    }
    var values: [AxisValue] = ranges.sorted { $0.key < $1.key }.map { range, set in
      let first = range * step
      return (step == 1 ? String(first) : "\(first)..\(first + step - 1)", set)
    }
    if hasUnknown { values.append((CodeFilter.none, unknown)) }
    return values
  }
}
