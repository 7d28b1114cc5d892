/// Studies of animals, which have no participants.
extension ScannedDocument {
  /// Whether animals were allocated to groups, and people were not: "rats were randomised", but not
  /// "patients were randomised to a visit by a dog".
  var allocatesAnimals: Bool {
    mentionsAnimals && !studiesPeople(by: [.randomised, .interviewed])
  }

  /// Whether only animals were studied.
  ///
  /// Owners of dogs who answered a survey were studied.
  var studiesOnlyAnimals: Bool {
    mentionsAnimals
      && !studiesPeople(by: [.randomised, .interviewed, .enrolled, .analysed, .treated])
  }

  /// Whether the title or two sentences are about laboratory animals, or one if none is about
  /// people.
  private var mentionsAnimals: Bool {
    if title.sentences.contains(where: { $0.classes.contains(.animal) }) { return true }
    let count = text.sentences.lazy
      .filter { $0.classes.contains(.animal) && !self.hasPeople($0, in: self.text) }
      .prefix(2).count
    return count == 2
      || count == 1 && !text.sentences.contains { hasPeople($0, in: text) }
  }

  /// Whether a sentence on the study has people and a word of some classes.
  private func studiesPeople(by verbs: WordClasses) -> Bool {
    text.sentences.contains { sentence in
      switch sentence.zone {
      case .background, .conclusion, .references, .registration, .outside: return false
      default: break
      }
      return !sentence.classes.isDisjoint(with: verbs) && !sentence.classes.contains(.needed)
        && hasPeople(sentence, in: text)
    }
  }

  /// Whether a sentence has a noun for people.
  ///
  /// Words that describe animals or things do not count: "adult rats", "client owned cats",
  /// "human serum".
  func hasPeople(_ sentence: Sentence, in text: ScannedText) -> Bool {
    let people: WordClasses = [.people, .group]
    guard !sentence.classes.isDisjoint(with: people) else { return false }
    return sentence.words.contains { at in
      guard !text.classes[at].isDisjoint(with: people),
        !describesAnimal(at, of: sentence, in: text)
      else { return false }
      let isLast = at + 1 == sentence.words.upperBound
      // "patients", "women were", "children in"
      return isLast || text.words[at].shape.contains(.plural)
        || !text.classes[at + 1].isDisjoint(with: [.copula, .stop])
    }
  }

  /// Whether an animal is named shortly after a word: "male and female rats", but not "owners of
  /// dogs".
  private func describesAnimal(_ word: Int, of sentence: Sentence, in text: ScannedText) -> Bool {
    for at in word + 1..<max(word + 1, min(word + 4, sentence.words.upperBound)) {
      let kinds = text.classes[at]
      if kinds.contains(.animal) { return true }
      if kinds.contains(.stop), !kinds.contains(.joiner) { return false }
    }
    return false
  }
}
