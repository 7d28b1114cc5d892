import Ranking

/// Finds the terms of a word family that the stemmer keeps apart: `diagnos` and `diagnosi`,
/// `homeless` and `homelessli`.
///
/// Two terms are of a family when they begin alike and occur in the same documents more often than
/// by chance, which keeps apart what only looks alike (Xu and Croft, *Corpus-based stemming using
/// cooccurrence of word variants*, 1998). Families are kept until the index changes.
final class WordFamilies {
  /// Letters that must be the same at the beginning.
  static let commonBeginning = 5
  /// The common beginning's least share of the longer term, and the most letters beyond it.
  static let commonShare = 0.6
  static let mostLettersBeyond = 5
  /// Least association of two terms, and least ratio of their frequencies at which it is possible.
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

  /// How many documents both terms occur in.
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
