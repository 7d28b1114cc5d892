/// Recognises companion reports: other publications of the same study, whose title only adds what
/// they are.
///
/// "Peer support in prisons: process evaluation" is not "Peer support in prisons". The design of a
/// study ("a randomised controlled trial") does not make another work, because databases leave it
/// out.
enum CompanionReport {
  /// Whether words that only one of two titles has name a companion report.
  ///
  /// - Parameter words: the folded words in order, without prepositions.
  static func isNamed(by words: [String]) -> Bool {
    if reports.contains(where: { words.holds($0) }) { return true }
    // "A randomised trial and economic evaluation" names the parts of one report.
    let beforeDesign = words.prefix { !designs.contains($0) }
    return parts.contains { phrase in
      words.starts(of: phrase).contains { $0 < beforeDesign.count }
    }
  }

  /// Whether words that only one of two titles has make its study a pilot of the other, which is
  /// called a trial or study as well.
  ///
  /// - Parameters:
  ///   - words: the folded words in order, without prepositions.
  ///   - title: all folded words of the other title.
  static func isPilot(_ words: [String], of title: [String]) -> Bool {
    !pilots.isDisjoint(with: words) && !designs.isDisjoint(with: title)
  }

  private static let pilots: Set<String> = ["pilot", "feasibility", "exploratory", "preliminary"]

  /// What is a report of its own wherever it is named.
  private static let reports: [[String]] = [
    ["protocol"], ["protocols"], ["rationale"], ["baseline"], ["update"], ["updated"],
    ["abstract"], ["executive", "summary"], ["language", "summary"], ["analysis", "plan"],
    ["design", "methods"], ["interim"], ["preliminary", "results"], ["preliminary", "findings"],
    ["secondary", "analysis"], ["subgroup", "analysis"], ["post", "hoc"],
  ]

  /// What may also be a part of the main report.
  private static let parts: [[String]] = [
    ["process", "evaluation"], ["follow", "up"], ["followup"], ["cost"], ["costs"], ["economic"],
  ]

  private static let designs: Set<String> = [
    "trial", "trials", "rct", "review", "reviews", "study", "studies", "survey", "cohort",
    "synthesis",
  ]
}

extension [String] {
  /// Whether some words follow each other among these.
  fileprivate func holds(_ phrase: [String]) -> Bool { !starts(of: phrase).isEmpty }

  /// Where a phrase begins.
  fileprivate func starts(of phrase: [String]) -> [Int] {
    indices.filter { self[$0...].starts(with: phrase) }
  }
}
