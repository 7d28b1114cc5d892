/// The numbers of arms that a document states.
extension CountFinder {
  /// The numbers of arms that a document may state.
  private static let statedCounts = 2...6
  /// A bracket that names the arms has fewer words than this.
  private static let furtherArmReach = 10

  /// The numbers of arms that a document states: "in three arms", "two groups".
  struct StatedArms {
    /// The first of them.
    var first: Int?
    var inTitle: Int?
    /// The first of each sentence of the text that has one.
    var inText: [Int: Int] = [:]

    /// The number in the sentence of a count, in one beside it, or in the title.
    func near(_ count: CountCandidate) -> Int? {
      if count.inTitle { return inTitle }
      let at = count.sentence
      return inText[at] ?? inText[at - 1] ?? inText[at + 1] ?? inTitle
    }
  }

  var statedArms: StatedArms {
    var found = StatedArms()
    for text in [document.title, document.text] {
      for (index, sentence) in text.sentences.enumerated() {
        let number = sentence.words.dropFirst().lazy.compactMap { armCount(at: $0, in: text) }.first
        guard let number else { continue }
        if found.first == nil { found.first = number }
        if text.field == .text {
          found.inText[index] = number
        } else if found.inTitle == nil {
          found.inTitle = number
        }
      }
    }
    return found
  }

  /// The number before a word for arms, if it may be that of arms.
  private func armCount(at word: Int, in text: ScannedText) -> Int? {
    let kinds = document.classes(text, word)
    guard kinds.contains(.arm), !kinds.contains(.each),
      text.words[word].gap.subtracting([.space, .hyphen, .newline]).isEmpty
    else { return nil }
    let value = document.value(word - 1, in: text)
    guard Self.statedCounts.contains(value) else { return nil }
    return hasFurtherArm(after: word, in: text) ? value + 1 : value
  }

  /// Whether one more arm follows a number of arms: "two intervention groups (A and B) and a control
  /// group", but not "two groups, an intervention and a control group".
  private func hasFurtherArm(after word: Int, in text: ScannedText) -> Bool {
    let end = text.words.count
    var at = word + 1
    // The number may be followed by more than one word for arms: "two intervention groups".
    while at < end, text.words[at].gap.isDisjoint(with: .breaks),
      document.classes(text, at).contains(.arm), !document.classes(text, at).contains(.each)
    {
      at += 1
    }
    if at < end, text.words[at].gap.contains(.open) {
      let bracket = at + 1..<max(at + 1, min(at + Self.furtherArmReach, end))
      guard let close = bracket.first(where: { text.words[$0].gap.contains(.close) }) else {
        return false
      }
      at = close
      let rest = text.words[at].gap.subtracting([.close, .space, .newline])
      guard rest.isEmpty else { return false }
    } else if at < end, !text.words[at].gap.isDisjoint(with: .breaks) {
      return false
    }
    guard at + 2 < end, text.words[at - 1].shape.contains(.plural) || at > word + 1,
      document.classes(text, at).contains(.contrast),
      document.classes(text, at).contains(.joiner),
      !document.classes(text, at).contains(.alternative),
      document.classes(text, at + 1).contains(.article) || document.number(at + 1, in: text) == 1
    else { return false }
    return (at + 2..<min(at + 4, end)).contains {
      document.classes(text, $0).contains(.arm) && text.words[$0].gap.isDisjoint(with: .breaks)
    }
  }
}
