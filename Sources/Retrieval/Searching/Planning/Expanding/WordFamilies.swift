import Ranking

/// Finds the terms of a word family to which the stemmer gives different stems: `diagnos` and
/// `diagnosi`, `homeless` and `homelessli`.
///
/// Two terms belong to the same family if they have the same beginning and occur in the same
/// documents more often than by chance, which excludes words that only look alike (Xu and Croft,
/// *Corpus-based stemming using cooccurrence of word variants*, 1998). Families are kept until the
/// index changes.
final class WordFamilies {
  /// Minimum number of letters in the common beginning.
  static let commonBeginning = 5
  /// The minimum share of the common beginning in the longer term, and the maximum number of
  /// letters after it.
  static let commonShare = 0.6
  static let mostLettersBeyond = 5
  /// Minimum association of two terms, and the minimum ratio of their frequencies at which it is
  /// possible.
  static let leastAssociation = 0.02
  /// Maximum number of members per term.
  static let limit = 2

  private let dictionary: TermDictionary
  private let statistics: TermStatistics
  private let snapshot: IndexSnapshot
  private var known: [String: [String]] = [:]

  init(dictionary: TermDictionary, statistics: TermStatistics, snapshot: IndexSnapshot) {
    self.dictionary = dictionary
    self.statistics = statistics
    self.snapshot = snapshot
  }

  /// Other terms of a term's family, the closest first.
  func members(of term: String, _ lists: PostingLists) throws -> [String] {
    if let members = known[term] { return members }
    let members = try find(term, lists)
    known[term] = members
    return members
  }

  private func find(_ term: String, _ lists: PostingLists) throws -> [String] {
    let letters = Array(term)
    guard letters.count >= Self.commonBeginning, let own = try dictionary.number(of: term) else {
      return []
    }
    let ownCount = try statistics.documentCount(UInt32(own))
    let prefix = String(letters.prefix(Self.commonBeginning))
    var found: [(term: String, association: Double)] = []
    for (number, other) in try dictionary.terms(withPrefix: prefix) {
      guard other != term, looksAlike(letters, Array(other)) else { continue }
      guard number < PostingKey.mostTerms else { continue }
      let count = try statistics.documentCount(UInt32(number))
      guard count > 1, ownCount > 0,
        Double(min(count, ownCount)) >= Self.leastAssociation * Double(max(count, ownCount))
      else { continue }
      let both = try documentCount(own, number, lists)
      let total = Double(max(1, snapshot.documentCount))
      let association =
        (Double(both) - Double(count) * Double(ownCount) / total)
        / Double(max(1, count + ownCount - both))
      if association > Self.leastAssociation { found.append((other, association)) }
    }
    found.sort {
      $0.association != $1.association ? $0.association > $1.association : $0.term < $1.term
    }
    return found.prefix(Self.limit).map(\.term)
  }

  private func looksAlike(_ left: [Character], _ right: [Character]) -> Bool {
    let common = zip(left, right).prefix { $0 == $1 }.count
    let longest = max(left.count, right.count)
    return Double(common) >= Self.commonShare * Double(longest)
      && longest - common <= Self.mostLettersBeyond
  }

  /// The number of documents in which both terms occur.
  private func documentCount(
    _ first: Int, _ second: Int, _ lists: PostingLists
  ) throws -> Int {
    var count = 0
    for segment in snapshot.segments {
      guard let left = try lists.postings(.document, term: first, segment: segment.number),
        let right = try lists.postings(.document, term: second, segment: segment.number)
      else { continue }
      var both = Intersection([left, right])
      var next = segment.documents.lowerBound
      while let number = both.next(next) {
        count += 1
        if number == .max { break }
        next = number + 1
      }
    }
    return count
  }
}
