import Literature

/// Says how many documents a range left out only because they state no number: an empty or short
/// answer must have its reason.
struct UnknownNotes {
  let session: IndexSession

  func notes(_ prepared: IndexSession.Prepared, found: HitCount) throws -> [String] {
    var notes = try UnknownWords(session: session).notes(prepared)
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
        notes.append("\(count) more match but state no \(name) (--include-unknown)")
      }
    }
    return notes
  }

  /// Documents that match everything but the range on a column, and have no number in it.
  private func leftOut(_ prepared: IndexSession.Prepared, _ column: String) throws -> Int {
    var without = prepared
    if column == DocumentColumn.year {
      without.filter.year = NumberFilter()
    } else {
      without.filter.sampleSize = NumberFilter()
    }
    let limited = try FilterEvaluator(snapshot: session.snapshot).documents(without.filter)
    without.documents = limited
    if let condition = prepared.plan.condition {
      let meeting = try ConditionEvaluator(lists: session.lists, snapshot: session.snapshot)
        .documents(condition)
      if without.documents == nil {
        without.documents = meeting
      } else {
        without.documents?.formIntersection(meeting)
      }
    }
    let matching = try MatchCounter(lists: session.lists, snapshot: session.snapshot)
      .documents(without)
    let numbers = try session.snapshot.numbers(column)
    var count = 0
    matching.forEach { document in
      let number = IndexSnapshot.number(of: document, in: numbers)
      if number == DocumentColumn.unknown { count += 1 }
    }
    return count
  }
}
