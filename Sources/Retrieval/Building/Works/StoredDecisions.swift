import Analysis
import GRDB
import Literature

/// The decisions on duplicates that apply to an index, and the changes since it was built.
struct StoredDecisions {
  /// The decisions that apply.
  let current: DuplicateDecisions
  /// Decisions that were added or dropped since the last commit.
  let changed: DuplicateDecisions
  private let text: String

  /// Reads the decision file of an index; without a file, the index keeps its decisions.
  init(_ database: Database, _ file: DecisionFile, _ analyzer: Analyzer) throws {
    let applied = try IndexProperties.value(database, .decisions) ?? ""
    try self.init(applied: applied, text: file.read() ?? applied, file, analyzer)
  }

  /// Compares lines of decisions with those used to build an index.
  private init(
    applied: String, text: String, _ file: DecisionFile, _ analyzer: Analyzer
  ) throws {
    self.text = text
    let decisions = try file.decisions(text)
    current = DuplicateDecisions(decisions, analyzer)
    if applied == text {
      changed = .none
      return
    }
    let before = (try? file.decisions(applied)) ?? []
    let difference = Set(before).symmetricDifference(decisions)
    changed = DuplicateDecisions((before + decisions).filter(difference.contains), analyzer)
  }

  /// Stores the current decisions in the index.
  func write(_ database: Database) throws {
    try IndexProperties.set(database, .decisions, text)
  }
}
