import Analysis
import Literature

/// The spelling in which words of subject headings are compared: the same for British and American
/// English.
enum HeadingSpelling {
  /// A folded word: “pediatrics” for “paediatrics”, “counseling” for “counselling”.
  static func shared(_ word: String, _ analyzer: Analyzer) -> String {
    guard analyzer.language == "english" else { return word }
    // For the analyzer, counselling and counsellors are one word; they are different headings.
    let spelled = word.holds("counsel") ? word : analyzer.spelling(of: word)
    guard spelled.holds("ll"), let match = spelled.wholeMatch(of: doubled) else { return spelled }
    return "\(match.output.1)l\(match.output.2)"
  }

  /// The shared spelling of the beginning of a word, whose ending decides its spelling: “randomiz”
  /// for “randomis”.
  static func shared(beginning: String, _ analyzer: Analyzer) -> String {
    for (end, rest) in [("", ""), ("is", "e"), ("isat", "ion"), ("ll", "ing"), ("ou", "r")]
    where beginning.hasSuffix(end) {
      let word = shared(beginning + rest, analyzer)
      let spelled = word.dropLast(rest.count)
      if word.hasSuffix(rest), spelled != beginning { return String(spelled) }
    }
    return beginning
  }

  // MARK: Patterns

  /// A consonant that only British English doubles (labelling, traveller), unlike that of the first
  /// syllable (dwelling).
  private static let doubled =
    SharedRegex(#/(\w*[aeiouy]\w*[ea])ll(ing|ings|ed|er|ers|or|ors)/#)
}
