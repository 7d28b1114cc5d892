/// Arms whose sizes are stated only as denominators: "176 of 208 in the control group".
extension CountFinder {
  /// Maximum distance, in words, between an arm's numbers and its name.
  private static let armReach = 5
  /// Maximum number of arms.
  private static let mostArms = 4

  /// Adds the total of arms in a sentence such as "Retention was 85% (176 of 208) for control and
  /// 84% (163 of 195) for intervention churches".
  ///
  /// Denominators may be less than the number of participants, so they count only if the document
  /// states no number of people.
  mutating func addDenominators() {
    let hasPeople = candidates.contains {
      $0.value >= Self.leastStudy && ($0.isPeople || $0[.elided] > 0 || $0[.letterEquals] > 0)
    }
    if hasPeople { return }
    let text = document.text
    for (index, sentence) in text.sentences.enumerated()
    where sentence.classes.contains(.arm) {
      switch sentence.zone {
      case .background, .references, .registration, .outside: continue
      default: break
      }
      let arms = sentence.words.filter { isDenominator($0, in: sentence) }
      guard (2...Self.mostArms).contains(arms.count) else { continue }
      let total = sum(arms.map { arm(at: $0, sentence: index) }, .sumOfArms)
      candidates.append(total)
      return
    }
  }

  /// Whether a number is the second of "(176 of 208)" or "(176/208)", near the name of an arm.
  private func isDenominator(_ at: Int, in sentence: Sentence) -> Bool {
    let text = document.text
    let word = text.words[at]
    guard word.isNumber, word.shape.isDisjoint(with: [.percent, .decimal]),
      word.value >= Self.leastStudy,
      at + 1 >= text.words.count || !text.words[at + 1].gap.isDisjoint(with: [.close, .semicolon])
    else { return false }
    let isFraction = word.gap == .slash
    let part = isFraction ? at - 1 : at - 2
    guard part >= sentence.words.lowerBound,
      isFraction || document.classes(text, at - 1).contains(.among),
      text.words[part].isNumber, text.words[part].value <= word.value,
      text.words[part].gap.contains(.open)
    else { return false }
    let after = document.classes(after: at, count: Self.armReach, in: text, sentence: sentence)
    let before = document.classes(
      before: part, count: Self.armReach, in: text, sentence: sentence)
    return after.contains(.arm) || before.contains(.arm)
  }

  /// The candidate for the denominator at a word.
  private func arm(at word: Int, sentence index: Int) -> CountCandidate {
    let text = document.text
    let sentence = text.sentences[index]
    let numeral = Numeral(
      value: Int(text.words[word].value), words: word..<word + 1, isSpelled: false)
    let context = CountContext(
      document: document, text: text, sentence: sentence, numeral: numeral, acronyms: [])
    var candidate = CountCandidate(
      value: numeral.value, inTitle: false, words: word...word, sentence: index)
    candidate[.armNear] = 1
    context.rules.apply(context.rules.sentence, sentence.classes, to: &candidate)
    if let feature = context.rules.zones[sentence.zone.rawValue] { candidate[feature] = 1 }
    return candidate
  }
}
