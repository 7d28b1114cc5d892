import Ranking

/// What the words of a query give to documents: half by the whole document, half by its best
/// passage.
///
/// A hot file: all passages of a hundred documents are scored for a query, eight parts of it at
/// once, in plain memory whose indices are groups of eight parts.
struct WordScores {
  /// How much the best passage counts for.
  static let passageShare: Float = 0.5

  /// What each part gives: by document, then by part.
  private(set) var own: [Double] = []

  private typealias Eight = SIMD8<Float>
  private let parts: Int
  private let groups: Int
  private let averages: AverageLengths
  private let parameters = BM25F.standard
  // By group of parts: weights; counts in the title and the body; what a passage and the best give.
  private let weights: UnsafeMutablePointer<Eight>
  private let title: UnsafeMutablePointer<Eight>
  private let body: UnsafeMutablePointer<Eight>
  private var passage: UnsafeMutablePointer<Eight>
  private var best: UnsafeMutablePointer<Eight>
  // By passage, then by group: counts.
  private var counts: UnsafeMutablePointer<Eight>
  private var capacity: Int

  init(parts: [Reranker.Part], averages: AverageLengths) {
    self.parts = parts.count
    self.averages = averages
    groups = (parts.count + 7) / 8
    capacity = 64 * groups
    weights = .allocate(capacity: groups)
    title = .allocate(capacity: groups)
    body = .allocate(capacity: groups)
    passage = .allocate(capacity: groups)
    best = .allocate(capacity: groups)
    counts = .allocate(capacity: capacity)
    weights.initialize(repeating: Eight(), count: groups)
    for (index, part) in parts.enumerated() { weights[index / 8][index % 8] = Float(part.weight) }
  }

  func end() {
    for memory in [weights, title, body, passage, best, counts] { memory.deallocate() }
  }

  /// Scores a document by what its words give.
  ///
  /// - Parameter first: its score in the first ranking.
  mutating func score(
    _ number: UInt32, first: Double, _ document: ForwardDocument, of terms: ForwardTerms,
    _ occurrences: [PartFinder.Occurrence]
  ) -> Reranker.Candidate {
    count(occurrences, in: document, of: terms)
    let lengths = document.lengths
    body.initialize(repeating: Eight(), count: groups)
    best.initialize(repeating: Eight(), count: groups)
    var bestScore: Float = -1
    for index in document.passages {
      let row = counts + (index - document.passages.lowerBound) * groups
      let norm = norm(
        FieldCounts(
          body: Float(terms.passage(index, of: document).count), title: lengths.title),
        average: averages.passage)
      var sum: Float = 0
      for group in 0..<groups {
        body[group] += row[group]
        passage[group] = weights[group] * share(row[group], title[group], norm)
        sum += passage[group].sum()
      }
      if sum > bestScore {
        bestScore = sum
        swap(&best, &passage)
      }
    }
    let norm = norm(lengths, average: averages.document)
    var sum = 0.0
    var wholeSum = 0.0
    for group in 0..<groups {
      let whole = weights[group] * share(body[group], title[group], norm)
      let score = (1 - Self.passageShare) * whole + Self.passageShare * best[group]
      for lane in 0..<min(8, parts - group * 8) {
        own.append(Double(score[lane]))
        sum += Double(score[lane])
        wholeSum += Double(whole[lane])
      }
    }
    return Reranker.Candidate(
      number: number, document: document, norm: norm, words: sum, unexplained: first - wholeSum)
  }

  /// Counts the parts in the title and in each passage.
  private mutating func count(
    _ occurrences: [PartFinder.Occurrence], in document: ForwardDocument,
    of terms: ForwardTerms
  ) {
    let size = document.passages.count * groups
    if size > capacity {
      counts.deallocate()
      capacity = size
      counts = .allocate(capacity: size)
    }
    title.initialize(repeating: Eight(), count: groups)
    counts.initialize(repeating: Eight(), count: size)
    let lanes = UnsafeMutableRawPointer(counts).assumingMemoryBound(to: Float.self)
    let titleLanes = UnsafeMutableRawPointer(title).assumingMemoryBound(to: Float.self)
    var index = document.passages.lowerBound
    for occurrence in occurrences {
      let place = Int(occurrence.place)
      if place < document.titleWords {
        titleLanes[Int(occurrence.part)] += occurrence.factor
        continue
      }
      guard !document.passages.isEmpty else { return }
      // Places ascend within a form.
      if place < terms.passages[index] { index = document.passages.lowerBound }
      while place >= terms.passage(index, of: document).upperBound,
        index + 1 < document.passages.upperBound
      {
        index += 1
      }
      let row = (index - document.passages.lowerBound) * groups * 8
      lanes[row + Int(occurrence.part)] += occurrence.factor
    }
  }

  private func norm(_ lengths: FieldCounts, average: Float) -> Float {
    parameters.norm(length: parameters.length(lengths), average: average)
  }

  /// The impacts, 0 to 1, of counts in the body and the title.
  @inline(__always)
  private func share(_ body: Eight, _ title: Eight, _ norm: Float) -> Eight {
    let weighted = parameters.weights.body * body + parameters.weights.title * title
    // An average of lengths above 0 and b below 1 keep the norm above 0.
    return weighted / (weighted + norm)
  }
}
