/// The features of a code that is mentioned in a document, for the model of its facet.
///
/// The names are those in the groups `method`, `setting` and `condition` of `weights.tsv`. A
/// frequently labelled code has its own deviations from the common weights, named `FEATURE@CODE`;
/// for these codes, the features of the document (``DocumentFeature``) and the scores of other
/// codes (`with.OTHER@CODE`) also count.
enum CodeFeature: Int, Feature {
  /// The log-odds of the best mention, and of the best mentions in a second and a third sentence.
  case best1, best2, best3
  /// Twice the score, and its log-odds.
  case score, odds
  /// The logarithm of the number of sentences that mention it, and their share of all sentences.
  case count, density
  /// Whether the title names it; whether the title names another code and not this one.
  case title, titleOfOther
  /// Whether one of the first two sentences names it; whether the last quarter does.
  case opening, late
  /// Whether the code occurs in parts of the document: methods, objective, registry summary.
  case methods, objective, summary
  /// Whether only background, results, conclusions or registration name it.
  case passing
  /// Whether a phrase names the code or its setting, rather than just occurring near it; whether
  /// the document says so of itself ("this study", "we", "a trial"); whether the title, the
  /// objective or the methods do.
  case named, namedOwn, namedMethods
  /// Its score minus the best score of the other codes; whether it has the best score.
  case lead, isBest
  /// The best score of a narrower code, and of a broader code.
  case narrower, wider
  /// The best score of a code that is named in a list with it (``ListedCodes``).
  case listed
  /// The logarithm of the number of plausible codes.
  case codes
  /// The log-odds of the code by all words of the document (``BagModel``), whether it has any, and
  /// by how much they exceed the highest of the other codes.
  case words, hasWords, wordsLead
  /// Always 1.
  case bias
}
