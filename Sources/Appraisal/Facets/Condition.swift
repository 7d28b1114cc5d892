import Literature

/// Finds the conditions that a work is about.
struct Condition {
  private let weights = Weights.standard.zones("condition")
  let model = CodeModel(.condition)

  /// Codes with what speaks for them, best first.
  func appraise(_ work: Work) -> [CodeScores.Candidate] {
    let scores = candidates(work)
    let chosen = model.choose(scores, in: work)
    guard chosen.isEmpty else { return chosen }
    // A guide that dwells on no condition, but speaks of people with long-term conditions.
    return Array(
      scores.filter { Self.umbrellas.contains($0.code) && $0.isOfPeople(in: work) }.prefix(1))
  }

  /// Every code that something speaks for, best first.
  func candidates(_ work: Work) -> [CodeScores.Candidate] {
    var mentions = work.mentions(of: .condition)
    for at in mentions.indices { mentions[at].weight = weight(of: mentions[at], in: work) }
    // A sentence that names many conditions gives examples. Mentions are in order of sentences.
    var start = 0
    while start < mentions.count {
      let (inTitle, sentence) = (mentions[start].inTitle, mentions[start].sentence)
      var named: [Int] = []
      var end = start
      while end < mentions.count, mentions[end].inTitle == inTitle,
        mentions[end].sentence == sentence
      {
        let number = work.tables.phrases[mentions[end].phrase].number
        if named.count < 3, !named.contains(number) { named.append(number) }
        end += 1
      }
      if !inTitle, named.count > 2 {
        for at in start..<end where !Self.umbrellas.contains(work.code(of: mentions[at]) ?? "") {
          mentions[at].weight *= 0.5
        }
      }
      start = end
    }
    return CodeScores(
      mentions, tables: work.tables, shares: [1, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.2]
    ).candidates
  }

  /// Conditions as a whole, of which others are examples.
  private static let umbrellas: Set = ["long-term-conditions", "mental-health"]

  private func weight(of mention: Mention, in work: Work) -> Float {
    let sentence = work.sentence(of: mention)
    let reading = work.reading(mention.inTitle)
    var weight = work.tables.phrases[mention.phrase].weight * weights[sentence.zone.rawValue]
    let near = work.classes(
      before: mention.words.lowerBound, count: 3, in: reading, sentence: sentence)
    if near.contains(.negation) { return 0 }
    if !mention.inTitle, near.contains(.list) { weight *= 0.5 }
    // "Patients with a history of stroke were excluded."
    if !mention.inTitle, sentence.classes.contains(.excluded) { weight *= 0.4 }
    // What is told of another's study.
    if sentence.classes.contains(.cited) { weight *= 0.5 }
    return weight
  }
}
