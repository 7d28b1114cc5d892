#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mentions of a facet grouped by code.
struct CodeScores {
  /// A code with its mentions.
  struct Candidate {
    var code: String
    /// The index of the code in ``Vocabulary/entries``.
    var number: Int
    /// The probability that at least one mention means the code, assuming independent mentions.
    var score: Float
    /// The calibrated probability that the document has the code, set by ``CodeModel``; `nil` if it
    /// is unknown.
    var confidence: Float?
    /// The log-odds of the best mention of each sentence, the best first; at most
    /// ``CodeScores/mostOdds``.
    var odds: [Float]
    /// The number of sentences with a mention, including the title.
    var sentenceCount: Int
    /// The last of these sentences, and whether they include one of the first two.
    var lastSentence: Int
    var isEarly: Bool
    /// The zones of the mentions, one bit each.
    var zones: Int
    /// How the phrases of the mentions name the code.
    var naming: CodeNaming
    /// The mentions in document order.
    var mentions: [Mention]
    var inTitle: Bool

    /// The best mentions, in descending order.
    func best(_ count: Int) -> [Mention] {
      let ordered = mentions.sorted {
        ($1.odds, $0.inTitle ? 0 : 1, $0.words.lowerBound)
          < ($0.odds, $1.inTitle ? 0 : 1, $1.words.lowerBound)
      }
      return Array(ordered.prefix(count))
    }
  }

  /// The number of sentences whose best mentions make the score.
  static let mostOdds = 6
  /// The highest probability that a mention means a code, because no mention is certain.
  private static let mostCertain: Float = 0.95

  /// Best first; equal scores in order of the code.
  private(set) var candidates: [Candidate] = []

  /// Groups mentions whose odds are set.
  init(_ mentions: [Mention], in document: ScannedDocument) {
    // Documents name few codes, so a list is faster to search than a hash table.
    var numbers: [Int] = []
    var groups: [[Mention]] = []
    for mention in mentions {
      let number = document.tables.traits[mention.phrase].number
      guard number >= 0 else { continue }
      if let place = numbers.firstIndex(of: number) {
        groups[place].append(mention)
      } else {
        numbers.append(number)
        groups.append([mention])
      }
    }
    candidates = zip(numbers, groups).map { Self.candidate($0, $1, document) }
    candidates.sort { $0.score == $1.score ? $0.code < $1.code : $0.score > $1.score }
  }

  /// Creates a candidate from its mentions, which are in document order.
  private static func candidate(_ number: Int, _ found: [Mention], _ document: ScannedDocument)
    -> Candidate
  {
    var odds: [Float] = []
    var last = -2
    var isEarly = false
    var zones = 0
    var naming = CodeNaming()
    for mention in found {
      let zone = document.zone(of: mention)
      naming.add(mention, zone, in: document)
      let sentence = mention.inTitle ? -1 : mention.sentence
      zones |= 1 << zone.rawValue
      if sentence == last {
        odds[odds.count - 1] = max(odds[odds.count - 1], mention.odds)
      } else {
        odds.append(mention.odds)
        last = sentence
      }
      if sentence == 0 || sentence == 1 { isEarly = true }
    }
    let sentenceCount = odds.count
    odds.sort(by: >)
    if odds.count > mostOdds { odds.removeLast(odds.count - mostOdds) }
    let none = odds.reduce(Float(1)) { $0 * (1 - mostCertain / (1 + exp(-$1))) }
    return Candidate(
      code: document.tables.codes[number], number: number, score: 1 - none, odds: odds,
      sentenceCount: sentenceCount, lastSentence: last, isEarly: isEarly, zones: zones,
      naming: naming, mentions: found, inTitle: found.contains { $0.inTitle })
  }

  /// The candidate of a code.
  subscript(code: String) -> Candidate? { candidates.first { $0.code == code } }
}
