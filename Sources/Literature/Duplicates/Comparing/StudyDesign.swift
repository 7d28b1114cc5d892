/// The words that name the design of a study in the subtitle of a title, which many databases leave
/// out: "Peer support in prisons: a randomised controlled trial".
enum StudyDesign {
  /// Whether all words that one title has more than the other name a design.
  static func isAdded(_ left: [TitleWord], _ right: [TitleWord]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count < long.count, zip(short, long).allSatisfy({ $0.term == $1.term }) else {
      return false
    }
    let added = long.dropFirst(short.count)
    return added.allSatisfy { words.contains($0.folded) }
      && added.contains { designs.contains($0.folded) }
  }

  private static let designs: Set<String> = [
    "trial", "trials", "rct", "study", "studies", "review", "reviews", "survey", "analysis",
    "synthesis", "series", "report", "evaluation",
  ]

  private static let words = designs.union([
    "a", "an", "the", "of", "randomised", "randomized", "controlled", "clinical", "cluster",
    "pragmatic", "pilot", "feasibility", "exploratory", "systematic", "scoping", "literature",
    "narrative", "integrative", "rapid", "umbrella", "meta", "qualitative", "quantitative", "mixed",
    "method", "methods", "cohort", "case", "control", "cross", "sectional", "longitudinal",
    "prospective", "retrospective", "observational", "descriptive", "comparative", "multicentre",
    "multicenter", "interview", "double", "blind", "parallel", "group", "superiority", "non",
    "inferiority",
  ])
}
