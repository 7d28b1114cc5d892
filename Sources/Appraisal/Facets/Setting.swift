import Literature

/// Finds where a study or an intervention takes place.
struct Setting {
  private let weights = Weights.standard.zones("setting")
  let model = CodeModel(.setting)

  /// Codes with what speaks for them, best first.
  func appraise(_ work: Work) -> [CodeScores.Candidate] {
    model.choose(candidates(work), in: work)
  }

  /// Every code that something speaks for, best first.
  func candidates(_ work: Work) -> [CodeScores.Candidate] {
    var mentions = work.mentions(of: .setting)
    for at in mentions.indices { mentions[at].weight = weight(of: mentions[at], in: work) }
    return CodeScores(mentions, tables: work.tables, shares: [1, 0.6, 0.4, 0.3, 0.2]).candidates
  }

  private func weight(of mention: Mention, in work: Work) -> Float {
    let sentence = work.sentence(of: mention)
    let reading = work.reading(mention.inTitle)
    var weight = work.tables.phrases[mention.phrase].weight * weights[sentence.zone.rawValue]
    let near = work.classes(
      before: mention.words.lowerBound, count: 3, in: reading, sentence: sentence)
    if near.contains(.negation) { return 0 }
    // Who approved a study is not where it took place.
    if !mention.inTitle, sentence.classes.contains(.ethics) { return 0 }
    let before = work.classes(
      before: mention.words.lowerBound, count: 7, in: reading, sentence: sentence)
    if before.contains(.prior) { weight *= 0.6 }
    if before.contains(.conducted) || before.contains(.enrolled) { weight *= 1.3 }
    return weight
  }
}
