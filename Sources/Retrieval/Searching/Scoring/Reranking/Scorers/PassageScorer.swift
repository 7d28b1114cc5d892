import Ranking

/// Scores the words of the query, half from the whole document and half from its best passage.
///
/// Callan, *Passage-level evidence in document retrieval* (SIGIR 1994).
///
/// On the hot path: all passages of a hundred documents are scored, eight parts of the query at
/// once, in plain memory indexed by groups of eight parts.
struct PassageScorer: RerankingScorer {
  /// The share of the best passage.
  static let passageShare: Float = 0.5

  private let parts: Int
  private let groups: Int
  private let share: Float
  private let averages: AverageLengths
  private let vectors: TermVectors
  private let parameters = BM25F.standard
  // By group of parts: weights; counts in the title and the body; scores of a passage and of the
  // best.
  private let weights: EightLanes
  private let title: EightLanes
  private let body: EightLanes
  private var passage: EightLanes
  private var best: EightLanes
  /// By passage, then by group: counts.
  private var counts: EightLanes

  // Results: by document, then by part; and by document.
  private var partScores: [Double] = []
  private var sums: [(score: Double, whole: Double)] = []

  /// - Parameter share: the share of the best passage.
  init(
    parts: [RerankPart], averages: AverageLengths, vectors: TermVectors, share: Float = passageShare
  ) {
    self.parts = parts.count
    self.averages = averages
    self.vectors = vectors
    self.share = share
    groups = (parts.count + 7) / 8
    weights = EightLanes(groups)
    title = EightLanes(groups)
    body = EightLanes(groups)
    passage = EightLanes(groups)
    best = EightLanes(groups)
    counts = EightLanes(64 * groups)
    weights.clear(groups)
    for (index, part) in parts.enumerated() {
      weights.start[index / 8][index % 8] = Float(part.weight)
    }
  }

  mutating func visit(
    _ candidate: RerankCandidate, _ occurrences: [OccurrenceFinder.Occurrence]
  ) {
    let document = candidate.vector
    count(occurrences, in: document)
    let lengths = document.lengths
    let (weights, title, body) = (self.weights.start, self.title.start, self.body.start)
    self.body.clear(groups)
    self.best.clear(groups)
    var bestScore: Float = -1
    for index in document.passages {
      let row = counts.start + (index - document.passages.lowerBound) * groups
      let passage = self.passage.start
      let norm = parameters.norm(
        FieldCounts(
          body: Float(vectors.passage(index, of: document).count), title: lengths.title),
        average: averages.passage)
      var sum: Float = 0
      for group in 0..<groups {
        body[group] += row[group]
        passage[group] =
          weights[group] * impact(row[group], title[group], norm)
        sum += passage[group].sum()
      }
      if sum > bestScore {
        bestScore = sum
        swap(&self.best, &self.passage)
      }
    }
    let best = self.best.start
    var sum = 0.0
    var wholeSum = 0.0
    for group in 0..<groups {
      let whole =
        weights[group]
        * impact(body[group], title[group], candidate.norm)
      let score = (1 - share) * whole + share * best[group]
      for lane in 0..<min(8, parts - group * 8) {
        partScores.append(Double(score[lane]))
        sum += Double(score[lane])
        wholeSum += Double(whole[lane])
      }
    }
    sums.append((sum, wholeSum))
  }

  func score(_ candidates: inout RerankCandidates) {
    candidates.partScores = partScores
    for (index, sum) in sums.enumerated() {
      candidates.documents[index].scores[.bestPassage] = sum.score
      candidates.documents[index].unexplained =
        candidates.documents[index].firstScore - sum.whole
    }
  }

  /// Counts the parts in the title and in each passage.
  private mutating func count(
    _ occurrences: [OccurrenceFinder.Occurrence], in document: TermVector
  ) {
    let size = document.passages.count * groups
    if size > counts.count { counts = EightLanes(size) }
    title.clear(groups)
    counts.clear(size)
    let lanes = counts.lanes
    let titleLanes = title.lanes
    let passages = document.passages
    let starts = vectors.passages
    var index = passages.lowerBound
    for occurrence in occurrences {
      let position = Int(occurrence.position)
      if position < document.titleWords {
        titleLanes[Int(occurrence.part)] += occurrence.weight
        continue
      }
      guard !passages.isEmpty else { return }
      // Positions ascend within a form.
      if position < starts[index] { index = passages.lowerBound }
      while index + 1 < passages.upperBound, position >= starts[index + 1] { index += 1 }
      let row = (index - passages.lowerBound) * groups * 8
      lanes[row + Int(occurrence.part)] += occurrence.weight
    }
  }

  /// The impacts, 0 to 1, of counts in the body and the title.
  @inline(__always)
  private func impact(
    _ body: SIMD8<Float>, _ title: SIMD8<Float>, _ norm: Float
  ) -> SIMD8<Float> {
    // The norm is above 0, because the average length is above 0 and b is below 1.
    BM25F.saturation(
      parameters.weights.body * body + parameters.weights.title * title, norm)
  }
}

/// Plain memory for vectors of eight numbers.
private final class EightLanes {
  let start: UnsafeMutablePointer<SIMD8<Float>>
  let count: Int

  init(_ count: Int) {
    self.count = count
    start = .allocate(capacity: count)
  }

  deinit {
    start.deallocate()
  }

  /// The memory as single numbers.
  var lanes: UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(start).assumingMemoryBound(to: Float.self)
  }

  /// Sets the first vectors to zero; memory must be initialised before it is read.
  func clear(_ count: Int) { start.initialize(repeating: SIMD8(), count: count) }
}
