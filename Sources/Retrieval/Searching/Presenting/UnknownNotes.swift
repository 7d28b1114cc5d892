import Answers
import Literature
import Query

/// Reports how many documents a range excluded only because they state no number, so that a short
/// or empty answer explains itself.
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
        let match = count == 1 ? "matches but states" : "match but state"
        notes.append("\(count) more \(match) no \(name) (--include-unknown)")
      }
    }
    return notes
  }

  /// The number of documents that match everything except the range on a column, where they have no
  /// value.
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
