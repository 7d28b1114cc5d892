/// The phrases of `contexts.tsv`, which decide what a mention means in a document.
///
/// Each list says, for each phrase of ``PhraseTables``, whether it belongs to a rule.
struct ContextPhrases: Sendable {
  /// "Postoperative", "pain".
  let painRelief: [Bool]
  /// "Opioid use disorder", "who inject".
  let opioidDependence: [Bool]
  /// "A trial by", before a name.
  let studyBy: [Bool]
  /// "A hypothetical cohort of", before a number.
  let unrealBefore: [Bool]
  /// "Hypothetical patients", after a number.
  let unrealAfter: [Bool]
  /// "A pilot study", "a meta-analysis", before a number.
  let otherStudyBefore: [Bool]
  /// "Serves more than", before a number.
  let populationBefore: [Bool]
  /// "Live in the county", after a number.
  let populationAfter: [Bool]
  /// "The first", "a random sample of", before a number.
  let firstPeopleBefore: [Bool]
  /// "Groups will consist of", before a number.
  let groupSizeBefore: [Bool]
  /// "Randomised, controlled, open-label".
  let randomisedOpenLabel: [Bool]

  /// - Parameter rules: the rule of each phrase of the table; empty for other phrases.
  init(rules: [String]) {
    func phrases(_ rule: String) -> [Bool] {
      precondition(rules.contains(rule), "no phrase has the rule \(rule)")
      return rules.map { $0 == rule }
    }
    painRelief = phrases("pain relief")
    opioidDependence = phrases("opioid dependence")
    studyBy = phrases("study by an author")
    unrealBefore = phrases("people who do not exist before a number")
    unrealAfter = phrases("people who do not exist after a number")
    otherStudyBefore = phrases("other study before a number")
    populationBefore = phrases("population before a number")
    populationAfter = phrases("population after a number")
    firstPeopleBefore = phrases("first people before a number")
    groupSizeBefore = phrases("group size before a number")
    randomisedOpenLabel = phrases("randomised and open label")
  }
}
