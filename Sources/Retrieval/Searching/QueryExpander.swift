import Analysis
import GRDB

/// Adds to the words of a query what means the same: abbreviations that the corpus defines.
struct QueryExpander {
  let database: Database
  let analyzer: Analyzer

  /// Adds members to the scored terms of a plan, and says what was added.
  func expand(_ plan: inout QueryPlan) throws {
  }
}
