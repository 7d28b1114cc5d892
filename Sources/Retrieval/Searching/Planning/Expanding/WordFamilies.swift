import Ranking

/// Finds the terms of a word family to which the stemmer gives different stems: `diagnos` and
/// `diagnost`, `reduc` and `reduct`.
///
/// A term belongs to the family of a typed word if three conditions are met:
/// - A word of the term and the typed word, or inflections of both, differ only by endings that
///   change places in English (``WordFormation``). Other words with the same stem do not count:
///   *products* has the same stem as *production*, but does not add *produce*.
/// - Most occurrences of the term are of such words, because all of its words are found.
/// - The terms occur in the same documents more often than by chance, which separates words that
///   only look alike (Xu and Croft, *Corpus-based stemming using cooccurrence of word variants*,
///   1998). Endings that often change the meaning need a stronger association. Irregular
///   inflections (*child*, *children*) are in a table and need none.
///
/// Co-occurrence alone is not enough: in collections of a thousand documents, *severe* and
/// *several* have more of it than *theory* and *theoretical*.
///
/// Families are kept until the index changes.
final class WordFamilies {
  /// Maximum number of members per word.
  static let limit = 3
  /// Number of letters that the words of a family share; one more for terms of at least `longTerm`.
  static let commonBeginning = 4
  static let longTerm = 7
  /// Minimum share of a term's occurrences that are related words.
  static let leastShare = 0.6

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

  /// Other terms of a word's family, the closest first.
  ///
  /// - Parameters:
  ///   - word: as typed, folded.
  ///   - term: its term.
  func members(of word: String, term: String, _ lists: PostingLists) throws -> [String] {
    if let members = known[word] { return members }
    let members = try find(word, term, lists)
    known[word] = members
    return members
  }

  private func find(_ word: String, _ term: String, _ lists: PostingLists) throws -> [String] {
    guard let formation, let own = try dictionary.number(of: term) else { return [] }
    let ownCount = try statistics.documentCount(UInt32(own))
    if ownCount == 0 { return [] }
    var candidates = try regular(word, term, formation)
    for (other, association) in try irregular(word, term, formation) {
      candidates[other] = min(candidates[other] ?? 1, association)
    }
    var found: [(term: String, association: Double)] = []
    for (other, leastAssociation) in candidates where !formation.areUnrelated(term, other) {
      guard let number = try dictionary.number(of: other) else { continue }
      let count = try statistics.documentCount(UInt32(number))
      if count == 0 { continue }
      let both = try documentCount(own, number, lists)
      let total = Double(max(1, snapshot.documentCount))
      let association =
        (Double(both) - Double(count) * Double(ownCount) / total)
        / Double(max(1, count + ownCount - both))
      if association > leastAssociation { found.append((other, association)) }
    }
    found.sort {
      $0.association != $1.association ? $0.association > $1.association : $0.term < $1.term
    }
    return found.prefix(Self.limit).map(\.term)
  }

  /// The terms of words that differ by their endings, with the association that each must exceed.
  private func regular(
    _ word: String, _ term: String, _ formation: WordFormation
  ) throws -> [String: Double] {
    guard term.count >= Self.commonBeginning else { return [:] }
    let common = Self.commonBeginning + (term.count >= Self.longTerm ? 1 : 0)
    let rows = try forms.rows(withPrefix: String(term.prefix(common)))
    let inflection = Inflection(rows)
    let terms = Dictionary(rows.map { ($0.word, $0.term) }, uniquingKeysWith: { first, _ in first })
    let bases = inflection.bases(of: word)
    var own: Set<String> = [word]
    for row in rows where row.term == term {
      if !bases.isDisjoint(with: inflection.bases(of: row.word)) { own.insert(row.word) }
    }
    var candidates: [String: (bases: Set<String>, association: Double)] = [:]
    for form in own.flatMap(formation.forms) {
      guard let other = terms[form.word], other != term else { continue }
      var candidate = candidates[other] ?? ([], 1)
      candidate.bases.formUnion(inflection.bases(of: form.word))
      candidate.association = min(candidate.association, form.association)
      candidates[other] = candidate
    }
    return candidates.filter { other, candidate in
      Self.share(of: candidate.bases, in: rows.filter { $0.term == other }, inflection)
        >= Self.leastShare
    }.mapValues(\.association)
  }

  /// The terms of a word's irregular family, with the association that each must exceed.
  private func irregular(
    _ word: String, _ term: String, _ formation: WordFormation
  ) throws -> [String: Double] {
    let inflection = Inflection(try forms.rows(withPrefix: word))
    var candidates: [String: Double] = [:]
    for relative in inflection.bases(of: word).flatMap(formation.irregular)
    where relative.term != term {
      let beginning = String(relative.word.prefix(Self.commonBeginning))
      let rows = try forms.rows(withPrefix: beginning)
      let others = Inflection(rows)
      let share = Self.share(
        of: others.bases(of: relative.word), in: rows.filter { $0.term == relative.term }, others)
      if share >= Self.leastShare {
        candidates[relative.term] = min(candidates[relative.term] ?? 1, relative.association)
      }
    }
    return candidates
  }

  /// The share of a term's occurrences that are words with certain base forms, 0 to 1.
  private static func share(
    of bases: Set<String>, in rows: [WordForms.Row], _ inflection: Inflection
  ) -> Double {
    var related = 0
    var all = 0
    for row in rows {
      all += row.count
      if !bases.isDisjoint(with: inflection.bases(of: row.word)) { related += row.count }
    }
    return Double(related) / Double(max(1, all))
  }

  /// The number of documents in which both terms occur.
  private func documentCount(
    _ first: Int, _ second: Int, _ lists: PostingLists
  ) throws -> Int {
    if let storage = lists.storage {
      let terms = try [first, second].compactMap { try dictionary.term(UInt32($0)) }
      return try storage.count(
        .all(terms.map { .term(ShardTerm.word($0, .document)) }), limit: .max)
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
