/// What a document discusses: the studies of others, which are neither its design nor its sample.
struct DiscussedStudies {
  /// What a document is.
  enum Kind {
    /// It reports a study, or nothing says otherwise.
    case study
    /// Its title says that it is a comment: "Editorial", "a viewpoint".
    case comment
    /// Its text says that it argues or introduces the work of others: "in this issue", "we argue".
    case argument
    /// It is about the methods of trials in general.
    case methods
  }

  let kind: Kind
  /// The sentences of the text in which a study is only an example: "illustrated with a trial".
  let examples: Set<Int>

  /// The words after "we" that may have its verb: "we also interviewed".
  private static let verbReach = 2
  /// "Investigators", which is in the same class as "we", is longer than this.
  private static let pronounLength = 3
  /// Parts of a document that only studies have.
  private static let studyZones: Set<Zone> = [
    .methods, .participants, .setting, .design, .results, .summary,
  ]
  /// What people do who take part in a study.
  private static let participation: WordClasses = [.randomised, .enrolled, .interviewed]

  init(_ document: ScannedDocument) {
    let contexts = document.tables.contexts
    let text = document.text
    var examples: Set<Int> = []
    var argues = false
    for (match, sentence) in zip(text.matches, text.places) where sentence >= 0 {
      if contexts.exampleStudy[Int(match.phrase)] { examples.insert(Int(sentence)) }
      if contexts.commentInText[Int(match.phrase)] { argues = true }
    }
    self.examples = examples
    let title = document.title
    let isComment = title.matches.contains { match in
      contexts.commentInTitle[Int(match.phrase)]
        || contexts.commentByColon[Int(match.phrase)] && Self.isByColon(match, in: title)
    }
    let isOnMethods = title.matches.contains { contexts.trialMethods[Int($0.phrase)] }
    guard isComment || argues || isOnMethods, !Self.reportsStudy(document) else {
      kind = .study
      return
    }
    if isComment {
      kind = .comment
    } else if isOnMethods {
      kind = .methods
    } else {
      kind = Self.namesOwnStudy(document) ? .study : .argument
    }
  }

  /// Whether a sentence of the text is not about the document's own study.
  func isOfOthers(_ sentence: Sentence, number: Int) -> Bool {
    if examples.contains(number) { return true }
    switch kind {
    case .study, .methods: return false
    case .comment: return true
    case .argument:
      return sentence.classes.contains(.randomised)
        && sentence.classes.isDisjoint(with: [.first, .this])
    }
  }

  /// Whether a match is the whole title, or all of it before or after a colon: "Comment: …",
  /// "…: a viewpoint".
  private static func isByColon(_ match: PhraseBook.Match, in title: ScannedText) -> Bool {
    let (first, next) = (Int(match.first), Int(match.last) + 1)
    let marks: ScannedWord.Gap = [.colon, .period]
    let isLast = next == title.words.count
    if first == 0 { return isLast || !title.words[next].gap.isDisjoint(with: marks) }
    return isLast && !title.words[first].gap.isDisjoint(with: marks)
  }

  /// Whether a document has the parts of a study, or its authors say that people took part in
  /// theirs: "we interviewed".
  private static func reportsStudy(_ document: ScannedDocument) -> Bool {
    let text = document.text
    return text.sentences.contains { sentence in
      if studyZones.contains(sentence.zone) { return true }
      guard sentence.classes.contains(.first),
        !sentence.classes.isDisjoint(with: participation)
      else { return false }
      return sentence.words.contains { at in
        text.classes[at].contains(.first) && text.words[at].length <= pronounLength
          && !document.classes(after: at, count: verbReach, in: text, sentence: sentence)
            .isDisjoint(with: participation)
      }
    }
  }

  /// Whether a document mentions its own study: "this study", "our trial".
  private static func namesOwnStudy(_ document: ScannedDocument) -> Bool {
    let text = document.text
    return text.sentences.contains { sentence in
      guard sentence.classes.contains(.this) else { return false }
      return sentence.words.dropFirst().contains { at in
        text.classes[at - 1].contains(.this)
          && !text.classes[at].isDisjoint(with: [.work, .study])
      }
    }
  }
}
