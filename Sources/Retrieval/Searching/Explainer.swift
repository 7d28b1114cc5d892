/// Takes a score apart into what each part of the query added to it.
struct Explainer {
  let session: IndexSession
  let prepared: IndexSession.Prepared
  let unit: SearchRequest.Unit

  static let formula =
    "score = sum of idf x impact; idf = ln(1 + (N - n + 0.5) / (n + 0.5)), "
    + "impact = tf / (tf + k1 (1 - b + b length / mean length)) in steps of 1/255"

  /// The parts of a score, the largest first.
  func explain(_ scored: Scored, scale: Double) throws -> Explanation {
    let ranker = Ranker(lists: session.lists, snapshot: session.snapshot, unit: unit)
    var opened = try session.snapshot.segments.map { try ranker.open(prepared.plan, $0) }
    let weights = ranker.weights(prepared.plan, opened)
    var parts: [Explanation.Part] = []
    for (place, segment) in session.snapshot.segments.enumerated()
    where session.snapshot.range(segment, unit).contains(scored.number) {
      for index in prepared.plan.scored.indices {
        var highest: UInt32 = 0
        var best = 0
        for member in opened[place][index].indices {
          let impact = UInt32(opened[place][index][member].cursor.impact(of: scored.number))
          let scaled = impact * opened[place][index][member].factor >> 8
          if scaled > highest {
            highest = scaled
            best = member
          }
        }
        guard highest > 0 else { continue }
        parts.append(part(index, impact: highest, member: best, weights))
      }
    }
    parts.sort { $0.score > $1.score }
    return Explanation(formula: Self.formula, parts: parts)
  }

  private func part(
    _ index: Int, impact: UInt32, member: Int, _ weights: Ranker.Weights
  ) -> Explanation.Part {
    let term = prepared.plan.scored[index]
    let weight = Double(weights.weight(index))
    return Explanation.Part(
      term: term.label, score: weight * Double(impact) / (weights.scale * 255),
      idf: weight / weights.scale, impact: Double(impact) / 255, found: weights.found[index],
      of: session.snapshot.count(unit), note: "")
  }
}
