#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Literature

/// What is told of a code when it is judged whether a work is given it.
///
/// The names are those of the groups `setting` and `condition` in `weights.tsv`.
enum CodeFeature: String, CaseIterable {
  /// The logarithm of one more than the score, and of one more than the number of sentences.
  case score, sentences
  /// The share of the best code's score; whether it is the best; whether it is far behind.
  case share, best, behind
  /// How plainly it stands in the title; whether another code does and this does not.
  case title, titleOfOther
  /// Whether it stands in each part of the work.
  case opening, objective, methods, summary, late
  /// Whether nothing but background, results or conclusions speak of it.
  case passing
  /// The weight of the best mention; the share of sentences that speak of it.
  case strongest, density
  /// Whether no phrase names it plainly; whether something was conducted or people found there.
  case vague, conducted
  /// Whether people with it are spoken of: "adults living with diabetes".
  case population
  /// Whether a narrower or a wider code of the tree has a score as well.
  case narrower, wider
  /// How many codes the title names; whether it names none.
  case untitled
  /// Always 1.
  case bias
}

extension CodeScores.Candidate {
  /// What is told of the code, in the order of ``CodeFeature/allCases``.
  func features(among all: [CodeScores.Candidate], in work: Work) -> [Float] {
    let best = all.first?.score ?? 1
    let sentences = sentences
    let zones = mentions.reduce(into: 0) { $0 |= 1 << work.sentence(of: $1).zone.rawValue }
    let total = max(1, work.text.sentences.count)
    func bits(_ wanted: [Zone]) -> Int { wanted.reduce(0) { $0 | 1 << $1.rawValue } }
    func some(_ wanted: Zone...) -> Float { zones & bits(wanted) != 0 ? 1 : 0 }
    let passing = bits([.background, .results, .conclusion, .registration])
    let titled = all.filter(\.inTitle).count
    let heaviest = mentions.map { work.tables.phrases[$0.phrase].weight }.max() ?? 0
    return CodeFeature.allCases.map { feature in
      switch feature {
      case .score: log1p(score)
      case .sentences: log1p(Float(sentences.count))
      case .share: score / best
      case .best: score >= best ? 1 : 0
      case .behind: score < best * 0.25 ? 1 : 0
      case .title:
        mentions.filter(\.inTitle).map { work.tables.phrases[$0.phrase].weight }.max() ?? 0
      case .titleOfOther: !inTitle && titled > 0 ? 1 : 0
      case .opening: (sentences.first ?? 2) < 2 ? 1 : 0
      case .objective: some(.objective)
      case .methods: some(.methods, .participants, .setting, .design)
      case .summary: some(.summary)
      case .late: (sentences.last ?? 0) * 4 >= total * 3 && !sentences.isEmpty ? 1 : 0
      case .passing: zones & ~passing == 0 ? 1 : 0
      case .strongest: mentions.first?.weight ?? 0
      case .density: Float(sentences.count) / Float(total)
      case .vague: heaviest < 0.75 ? 1 : 0
      case .conducted: isConducted(in: work) ? 1 : 0
      case .population: isOfPeople(in: work) ? 1 : 0
      case .narrower: all.contains { $0.wider.contains(number) } ? 1 : 0
      case .wider: !wider.isEmpty && all.contains { wider.contains($0.number) } ? 1 : 0
      case .untitled: titled == 0 ? 1 : 0
      case .bias: 1
      }
    }
  }

  /// The sentences of the text that speak of it, in order, each once.
  private var sentences: [Int] {
    var found: [Int] = []
    for sentence in mentions.lazy.filter({ !$0.inTitle }).map(\.sentence).sorted()
    where found.last != sentence {
      found.append(sentence)
    }
    return found
  }

  /// Whether people stand right before it.
  func isOfPeople(in work: Work) -> Bool {
    mentions.contains { mention in
      let before = work.classes(
        before: mention.words.lowerBound, count: 4, in: work.reading(mention.inTitle),
        sentence: work.sentence(of: mention), until: .breaks)
      return before.contains(.people)
    }
  }

  /// Whether a sentence says that something was done or people were found where it is named.
  private func isConducted(in work: Work) -> Bool {
    mentions.contains { mention in
      guard !mention.inTitle else { return false }
      let before = work.classes(
        before: mention.words.lowerBound, count: 6, in: work.text,
        sentence: work.sentence(of: mention))
      return !before.isDisjoint(with: [.conducted, .enrolled])
    }
  }
}
