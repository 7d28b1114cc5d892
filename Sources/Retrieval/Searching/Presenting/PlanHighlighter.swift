import Analysis

/// Highlights the matches of a plan in documents, each of which may define an abbreviation that was
/// added to the query as something else.
struct PlanHighlighter {
  private let analyzer: Analyzer
  private let plan: QueryPlan
  private let abbreviations: AbbreviationCache
  private let marksAllFields: Bool
  /// The highlighter of most documents.
  private let common: Highlighter

  /// - Parameter marksAllFields: whether to mark also what is searched only in fields that hits do
  ///   not show, such as keywords.
  init(
    analyzer: Analyzer, plan: QueryPlan, abbreviations: AbbreviationCache,
    marksAllFields: Bool = false
  ) {
    self.analyzer = analyzer
    self.plan = plan
    self.abbreviations = abbreviations
    self.marksAllFields = marksAllFields
    common = Highlighter(analyzer: analyzer, plan: plan, marksAllFields: marksAllFields)
  }

  /// The highlighter for the texts of a document.
  func highlighter(for document: Int) throws -> Highlighter {
    guard let plan = try plan.redefined(by: UInt32(clamping: document), abbreviations) else {
      return common
    }
    return Highlighter(analyzer: analyzer, plan: plan, marksAllFields: marksAllFields)
  }
}
