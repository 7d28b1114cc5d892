import Analysis

/// The scored terms of a query as they are collected from its tree.
struct PlannedLeaves {
  let dropsStopWords: Bool
  var terms: [PlannedTerm] = []
  var typed: [TypedTerm?] = []

  init(dropsStopWords: Bool) {
    self.dropsStopWords = dropsStopWords
    // As many as most queries have.
    terms.reserveCapacity(8)
    typed.reserveCapacity(8)
  }

  /// Adds the terms of a word as typed.
  mutating func type(_ tokens: [Token], content: [Token]) {
    for token in tokens {
      typed.append(
        TypedTerm(
          term: token.term, word: token.folded,
          isStopWord: !content.contains { $0.term == token.term }))
    }
  }

  /// The terms, with repeated ones merged and counted.
  var merged: [PlannedTerm] {
    var merged: [PlannedTerm] = []
    merged.reserveCapacity(terms.count)
    var places: [[PlannedMember]: Int] = [:]
    // Comparing a few terms is faster than hashing them.
    let areFew = terms.count <= 8
    for term in terms {
      let place =
        areFew ? merged.firstIndex { $0.members == term.members } : places[term.members]
      if let known = place {
        if merged[known].isQuoted || merged[known].isPart && !term.isQuoted {
          merged[known].label = term.label
          merged[known].word = term.word
        }
        merged[known].isQuoted = merged[known].isQuoted && term.isQuoted
        merged[known].isPart = merged[known].isPart && term.isPart
        merged[known].isCapital = merged[known].isCapital || term.isCapital
        merged[known].weight += term.weight
      } else {
        if !areFew { places[term.members] = merged.count }
        merged.append(term)
      }
    }
    return merged
  }
}
