/// What the model of a facet knows of a code that something in a document speaks for.
///
/// The names are those of the groups `method`, `setting` and `condition` of `weights.tsv`. A code
/// that is labelled often has its own deviation from the common weight, named
/// `FEATURE@CODE`; then the features of the document (``DocumentFeature``) and the scores of other
/// codes (`with.OTHER@CODE`) count too.
enum CodeFeature: Int, CaseIterable {
  /// The log-odds of the best mention, and of the best in another sentence and in a third.
  case best1, best2, best3
  /// Twice the score; its log-odds.
  case score, odds
  /// The logarithm of the number of sentences, and their share of all.
  case count, density
  /// Whether the title names it; whether the title names another code and not this one.
  case title, titleOfOther
  /// Whether one of the first two sentences names it; whether the last quarter does.
  case opening, late
  /// Whether it occurs in parts of the document: methods, objective, registry summary.
  case methods, objective, summary
  /// Whether only background, results, conclusions or registration name it.
  case passing
  /// Its score less the best of the other codes; whether it has the best score.
  case lead, isBest
  /// The best score of a narrower code; of a wider code.
  case narrower, wider
  /// The logarithm of the number of plausible codes.
  case codes
  /// Always 1.
  case bias

  /// The name in the table of weights.
  var name: String { "\(self)" }
}
