import Literature
import Query

/// Reports how many documents a range excludes only because they state no number, so that a short
/// or empty answer explains itself.
struct MissingValueNotes {
  let matcher: PatternMatcher
  let snapshot: IndexSnapshot

  func notes(_ prepared: PreparedSearch) throws -> [String] {
    var notes: [String] = []
    let filter = prepared.filter
    guard !filter.includeUnknown else { return notes }
    for (column, name, isLimited) in [
      (
        DocumentColumn.sampleSize, "sample size",
        !filter.sampleSize.ranges.isEmpty && !filter.sampleSize.none
      ),
      (DocumentColumn.year, "year", !filter.year.ranges.isEmpty && !filter.year.none),
    ] where isLimited {
      let count = try leftOut(prepared, column)
      if count > 0 {
        let match = count == 1 ? "matches but states" : "match but state"
        notes.append("\(count) more \(match) no \(name) (--include-unknown)")
      }
    }
    return notes
  }

  /// The number of documents that match everything except the range on a column, where they have no
  /// value.
  private func leftOut(_ prepared: PreparedSearch, _ column: String) throws -> Int {
    var without = prepared
    if column == DocumentColumn.year {
      without.filter.year = NumberFilter()
    } else {
      without.filter.sampleSize = NumberFilter()
    }
    without.documents = try RestrictionEvaluator(matcher: matcher, snapshot: snapshot)
      .documents(without.filter, prepared.plan.condition)
    let matching = try MatchCounter(matcher: matcher, snapshot: snapshot).documents(without)
    let numbers = try snapshot.numbers(column)
    var count = 0
    matching.forEach { document in
      let number = IndexSnapshot.number(of: document, in: numbers)
      if number == DocumentColumn.unknown { count += 1 }
    }
    return count
  }
}
