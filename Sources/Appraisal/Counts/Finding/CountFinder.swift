/// Finds every number in a document that may count people, with its features.
struct CountFinder {
  let document: ScannedDocument
  var candidates: [CountCandidate] = []
  private var acronyms: Set<UInt32> = []

  /// The candidates of a document in order, the title's first.
  ///
  /// - Parameter hasDesign: whether the document reports or plans a study of some design.
  static func candidates(
    in document: ScannedDocument, isReview: Bool, isFuture: Bool, hasDesign: Bool
  ) -> [CountCandidate] {
    var finder = CountFinder(document: document)
    finder.findAcronyms(document.title)
    finder.findAcronyms(document.text)
    finder.read(document.title, inTitle: true)
    finder.read(document.text, inTitle: false)
    finder.markServed()
    finder.addSums()
    finder.addLooseSums()
    finder.addFurtherGroups()
    finder.addProducts()
    finder.addDenominators()
    finder.markUnits()
    finder.compare(isReview: isReview, isFuture: isFuture, hasDesign: hasDesign)
    return finder.candidates
  }

  private init(document: ScannedDocument) {
    self.document = document
  }

  /// Maximum number of candidates that are examined; a text with more is a table.
  private static let limit = 400
  /// Numbers of references are less than this.
  private static let referenceLimit: UInt32 = 200
  /// Years of publications.
  private static let citedYears: ClosedRange<UInt32> = 1950...2060
  /// Maximum number of references in a bracket.
  private static let mostReferences = 8

  /// Collects acronyms in brackets after a word that means people.
  private mutating func findAcronyms(_ text: ScannedText) {
    for at in text.words.indices.dropFirst() where text.words[at].gap.contains(.open) {
      let word = text.words[at]
      guard word.shape.contains(.acronym),
        !document.classes(text, at - 1).isDisjoint(with: [.people, .group])
      else { continue }
      acronyms.insert(word.entry)
    }
    acronyms.remove(0)
  }

  /// Adds the candidates of the title or the text.
  private mutating func read(_ text: ScannedText, inTitle: Bool) {
    for (index, sentence) in text.sentences.enumerated() {
      switch sentence.zone {
      case .references, .registration, .outside: continue
      default: break
      }
      var at = sentence.words.lowerBound
      let before = candidates.count
      defer {
        if candidates.count > before { noteSentence(index, in: text, from: before) }
      }
      while at < sentence.words.upperBound {
        guard candidates.count < Self.limit else { return }
        let word = text.words[at]
        guard word.isNumber || document.number(at, in: text) >= 0,
          let numeral = Numeral(
            at: at, in: text, document: document, end: sentence.words.upperBound)
        else {
          at += 1
          continue
        }
        let context = CountContext(
          document: document, text: text, sentence: sentence, numeral: numeral,
          acronyms: acronyms)
        if var candidate = context.candidate(inTitle: inTitle) {
          candidate.sentence = index
          if index > 0, text.sentences[index - 1].classes.contains(.cited),
            sentence.classes.isDisjoint(with: [.first, .this])
          {
            candidate[.afterCited] = 1
          }
          candidates.append(candidate)
        }
        // "Sixty (60) children" is one number.
        at = context.repeatedEnd ?? numeral.words.upperBound
      }
    }
  }

  /// Sets features of the sentence of the candidates from an index on.
  private mutating func noteSentence(_ index: Int, in text: ScannedText, from first: Int) {
    let sentence = text.sentences[index]
    let isCiting = hasReference(sentence, in: text)
    let hasSize = CountContext.namesSize(sentence.words, in: text)
    let isAfterSize =
      index > 0 && CountContext.namesSize(text.sentences[index - 1].words, in: text)
    for at in first..<candidates.count {
      candidates[at][.referenceMark] = isCiting ? 1 : 0
      candidates[at][.sizeSentence] = hasSize ? 1 : 0
      candidates[at][.sizeNear] = isAfterSize ? 1 : 0
    }
  }

  /// Whether a year follows the name of an author and a bracket closes after it: "(Stoll, 1997)",
  /// "(Bang 1999; Lawn 2005)".
  private func isAuthorAndYear(_ at: Int, in text: ScannedText) -> Bool {
    let (word, name) = (text.words[at], text.words[at - 1])
    return word.isNumber && Self.citedYears.contains(word.value)
      && word.gap.subtracting([.space, .comma, .newline]).isEmpty
      && name.shape.contains(.capital) && !name.isNumber
      && document.classes(text, at - 1).isDisjoint(with: [.month, .time])
      && (at + 1 >= text.words.count
        || !text.words[at + 1].gap.isDisjoint(with: [.close, .semicolon]))
  }

  /// Whether a sentence has references: "[12]", "(3, 4)", "[60-61]", "(Stoll, 1997)".
  private func hasReference(_ sentence: Sentence, in text: ScannedText) -> Bool {
    func isMark(_ at: Int) -> Bool {
      let word = text.words[at]
      return word.isNumber && word.value > 0 && word.value < Self.referenceLimit
        && word.shape.isDisjoint(with: [.percent, .decimal])
    }
    var at = sentence.words.lowerBound + 1
    while at < sentence.words.upperBound {
      defer { at += 1 }
      if isAuthorAndYear(at, in: text) { return true }
      // "twenty (20) adults" repeats a number.
      guard text.words[at].gap.contains(.open), isMark(at),
        !text.words[at - 1].isNumber, document.number(at - 1, in: text) < 0
      else { continue }
      var next = at + 1
      while next < text.words.count, next - at < Self.mostReferences, isMark(next),
        !text.words[next].gap.contains(.close),
        !text.words[next].gap.isDisjoint(with: [.comma, .hyphen])
      {
        next += 1
      }
      if next == text.words.count || text.words[next].gap.contains(.close) { return true }
    }
    return false
  }
}
