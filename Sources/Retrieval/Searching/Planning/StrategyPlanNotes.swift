import Answers
import Query

/// The notes on the plans of a strategy's lines, such as headings that no document has.
///
/// A line does not repeat what the lines that it refers to report.
struct StrategyPlanNotes {
  private var notes: [Int: Set<String>] = [:]
  private var headings: [Int: Set<String>] = [:]

  /// The notes on a line; its earlier lines must have been given before.
  mutating func notes(_ plan: QueryPlan, of line: Strategy.Line) -> [SearchNote] {
    notes[line.number] = Set(plan.notes)
    headings[line.number] = Set(plan.missingHeadings)
    let known = line.references.subtracting([line.number])
    func isNew(_ text: String, in told: [Int: Set<String>]) -> Bool {
      !known.contains { told[$0]?.contains(text) == true }
    }
    let new = plan.missingHeadings.filter { isNew($0, in: headings) }
    var own = plan.notes.filter { isNew($0, in: notes) }
    if !new.isEmpty { own.append(QueryPlan.note(missingHeadings: new)) }
    return own.map { .sentence($0) }
  }
}
