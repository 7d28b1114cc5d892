import Ranking

/// Finds the terms of a word family to which the stemmer gives different stems: `diagnos` and
/// `diagnost`, `supervis` and `supervisor`.
///
/// Two terms belong to the same family if words of theirs differ only by endings that change places
/// in English (``WordFormation``), and the terms occur in the same documents more often than by
/// chance, which separates words that only look alike (Xu and Croft, *Corpus-based stemming using
/// cooccurrence of word variants*, 1998). Co-occurrence alone is not enough: in collections of a
/// thousand documents, *severe* and *several* have more of it than *theory* and *theoretical*.
/// Irregular families (*child*, *children*) are in a table and need no evidence.
///
/// Families are kept until the index changes.
final class WordFamilies {
  /// Minimum association of two terms.
  static let leastAssociation = 0.01
  /// Maximum number of members per term.
  static let limit = 3
  /// Number of letters that the words of a family share; one more for terms of at least `longTerm`.
  static let commonBeginning = 4
  static let longTerm = 7
  /// How many of a term's words are considered, the most frequent first.
  static let mostWords = 8

  private let formation: WordFormation?
  private let forms: WordForms
  private let dictionary: TermDictionary
  private let statistics: TermStatistics
  private let snapshot: IndexSnapshot
  private var known: [String: [String]] = [:]

  /// - Parameter formation: the rules of the language; `nil` if there are none, and no families.
  init(
    formation: WordFormation?, forms: WordForms, dictionary: TermDictionary,
    statistics: TermStatistics, snapshot: IndexSnapshot
  ) {
    self.formation = formation
    self.forms = forms
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
    guard let formation, let own = try dictionary.number(of: term) else { return [] }
    let ownCount = try statistics.documentCount(UInt32(own))
    if ownCount == 0 { return [] }
    let irregular = formation.irregular(term)
    var candidates = Set(irregular)
    candidates.formUnion(try related(to: term, formation))
    var found: [(term: String, association: Double)] = []
    for other in candidates where !formation.areUnrelated(term, other) {
      guard let number = try dictionary.number(of: other) else { continue }
      let count = try statistics.documentCount(UInt32(number))
      if count == 0 { continue }
      let both = try documentCount(own, number, lists)
      let total = Double(max(1, snapshot.documentCount))
      let association =
        (Double(both) - Double(count) * Double(ownCount) / total)
        / Double(max(1, count + ownCount - both))
      if association > Self.leastAssociation || irregular.contains(other) {
        found.append((other, association))
      }
    }
    found.sort {
      $0.association != $1.association ? $0.association > $1.association : $0.term < $1.term
    }
    return found.prefix(Self.limit).map(\.term)
  }

  /// The other terms of words that are formed like those of a term.
  private func related(to term: String, _ formation: WordFormation) throws -> Set<String> {
    guard term.count >= Self.commonBeginning else { return [] }
    let common = Self.commonBeginning + (term.count >= Self.longTerm ? 1 : 0)
    let rows = try forms.rows(withPrefix: String(term.prefix(common)))
    let terms = Dictionary(rows.map { ($0.word, $0.term) }, uniquingKeysWith: { first, _ in first })
    let own = rows.filter { $0.term == term }.sorted { $0.count > $1.count }
    var related = Set<String>()
    for row in own.prefix(Self.mostWords) {
      for form in formation.forms(of: row.word) {
        if let other = terms[form], other != term { related.insert(other) }
      }
    }
    return related
  }

  /// The number of documents in which both terms occur.
  private func documentCount(
    _ first: Int, _ second: Int, _ lists: PostingLists
  ) throws -> Int {
    if let storage = lists.storage {
      let terms = try [first, second].compactMap { try dictionary.term(UInt32($0)) }
      return try storage.count(
        .all(terms.map { .term(StoredTerm.word($0, .document)) }), limit: .max)
    }
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
