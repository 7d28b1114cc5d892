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
  /// "Editorial", "comment on", in a title.
  let commentInTitle: [Bool]
  /// "Comment", "a perspective", before or after a colon in a title.
  let commentByColon: [Bool]
  /// "In this issue", "we argue".
  let commentInText: [Bool]
  /// "Illustrated with data from a trial", "a motivating example".
  let exampleStudy: [Bool]
  /// "How to analyse cluster randomised trials", in a title.
  let trialMethods: [Bool]
  /// "Cross-sectional".
  let crossSectional: [Bool]
  /// "Mailed questionnaires to", before a number.
  let askedBefore: [Bool]
  /// "Replies were received from", before a number.
  let answersBefore: [Bool]
  /// "Round two", "at follow-up", after a number.
  let timeAfter: [Bool]
  /// "Also", "in addition".
  let asWell: [Bool]

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
    commentInTitle = phrases("comment in a title")
    commentByColon = phrases("comment before a colon")
    commentInText = phrases("comment in a text")
    exampleStudy = phrases("study as an example")
    trialMethods = phrases("methods of trials")
    crossSectional = phrases("cross-sectional by name")
    askedBefore = phrases("asked before a number")
    answersBefore = phrases("answers before a number")
    timeAfter = phrases("time after a number")
    asWell = phrases("as well")
  }
}
