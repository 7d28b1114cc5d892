/// The result of comparing two records, with the reason.
public enum RecordMatch: Sendable, Hashable {
  /// They are the same work.
  case same(Reason)
  /// They may be the same work: a person has to decide.
  case possible(Reason)
  /// They are different works.
  case different

  /// The properties on which two records agree.
  public enum Reason: Sendable, Hashable {
    /// A person's decision.
    case decision
    /// An identifier.
    case identifier(Identifier)
    /// Volume, first page and first author.
    case place
    /// The title, the year, and other fields that both records have.
    case title
  }
}

extension RecordMatch.Reason {
  /// The certainty of a reason; a lower number is more certain.
  public var strength: Int {
    switch self {
    case .decision: 0
    case .identifier: 1
    case .place: 2
    case .title: 3
    }
  }
}

extension RecordMatch.Reason: CustomStringConvertible {
  /// The reason in words: "doi 10.1000/x", "title, year and first author".
  public var description: String {
    switch self {
    case .decision: "your decision"
    case .identifier(let name): "\(name.scheme.rawValue) \(name.value)"
    case .place: "volume, first page and first author"
    case .title: "title, year and first author"
    }
  }
}

extension LinkageRecord {
  /// The reason why two records are the same work, by decision or by common fields; `nil` if they
  /// are not.
  public func reason(
    with other: LinkageRecord, _ decisions: DuplicateDecisions
  ) -> RecordMatch.Reason? {
    switch decisions.verdict(self, other) {
    case .same: return .decision
    case .different: return nil
    case nil: break
    }
    if case .same(let reason) = match(other) { return reason }
    return nil
  }

  /// Compares two records; the result is the same in either order.
  ///
  /// Records with different PMIDs, PMCIDs or registry numbers are never the same work. A conference
  /// abstract and an article, an article and its erratum, or records with different DOIs, match
  /// only by a shared identifier or
  /// by the same volume and page. Fields that both records have must not contradict each other: a
  /// shared title means little if volume, page and journal differ. The rules follow those that
  /// reviewers use (Rathbone et al. 2015; Bramer et al. 2016; Hair et al. 2023): several
  /// combinations of fields, each of which suffices.
  public func match(_ other: LinkageRecord) -> RecordMatch {
    for scheme in Self.exclusive where conflicts(scheme, other) { return .different }
    let comparison = Comparison(self, other)
    if let shared = identifiers.intersection(other.identifiers)
      .min(by: { ($0.scheme.rawValue, $0.value) < ($1.scheme.rawValue, $1.value) })
    {
      return comparison.agrees(
        on: shared, isAbstract: isConferenceAbstract || other.isConferenceAbstract)
        ? .same(.identifier(shared)) : .different
    }
    let match = comparison.match
    guard case .same(let reason) = match else { return match }
    let isOddPair =
      isConferenceAbstract != other.isConferenceAbstract || isNotice != other.isNotice
      || conflicts(.doi, other)
    return isOddPair && !comparison.hasSamePlace ? .possible(reason) : match
  }

  /// The registers in which a work has only one number.
  static let exclusive: [Identifier.Scheme] = [.pmid, .pmcid, .registry]

  /// Whether both have identifiers of a scheme, and none in common.
  func conflicts(_ scheme: Identifier.Scheme, _ other: LinkageRecord) -> Bool {
    let mine = identifiers.filter { $0.scheme == scheme }
    guard !mine.isEmpty else { return false }
    let others = other.identifiers.filter { $0.scheme == scheme }
    return !others.isEmpty && mine.isDisjoint(with: others)
  }
}

/// The fields of two records side by side; `nil` if one lacks the field.
private struct Comparison {
  let years: Int?
  let title: TitleComparison
  let isSameAuthor: Bool?
  /// Neither record names an author.
  let hasNoAuthor: Bool
  /// Both records name the same authors, at least two.
  let hasSameAuthors: Bool
  /// Both records are from files of records.
  let areReferences: Bool
  /// One of them has no text beside its title.
  let isBare: Bool
  let isSameJournal: Bool?
  let isSameVolume: Bool?
  let isSamePage: Bool?

  init(_ left: LinkageRecord, _ right: LinkageRecord) {
    func same<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool? {
      left.flatMap { left in right.map { left == $0 } }
    }
    years = left.year.flatMap { left in right.year.map { abs(left - $0) } }
    title = TitleComparison(left, right)
    isSameAuthor =
      left.surnames.isEmpty || right.surnames.isEmpty
      ? nil
      : left.surnames.contains(right.surname) || right.surnames.contains(left.surname)
        || !left.names.isDisjoint(with: right.names)
    areReferences = left.isReference && right.isReference
    isBare = left.isBare || right.isBare
    hasSameAuthors = left.surnames.count > 1 && left.surnames == right.surnames
    hasNoAuthor = left.surnames.isEmpty && right.surnames.isEmpty
    isSameJournal = JournalNames.areSame(left.journal, right.journal)
    isSameVolume = same(left.volume, right.volume)
    isSamePage = same(left.page, right.page)
  }

  /// Volume and page are known and equal.
  var hasSamePlace: Bool { isSameVolume == true && isSamePage == true }

  /// Page and volume, or page and journal, are known and differ.
  private var hasOtherPlace: Bool {
    isSamePage == false && (isSameVolume == false || isSameJournal == false)
  }

  /// Whether a shared identifier counts: the DOI of a supplement is that of all its abstracts.
  func agrees(on identifier: Identifier, isAbstract: Bool) -> Bool {
    guard identifier.scheme == .doi else { return true }
    if isAbstract { return title.isNear || title.isEqual }
    return !(isSamePage == false && title.similarity < 0.3)
  }

  var match: RecordMatch {
    if let years, years > 1 {
      return title.isEqual && hasSamePlace ? .possible(.place) : .different
    }
    if hasSamePlace, isSameAuthor == true, title.similarity >= 0.5 || isSameJournal == true,
      title.similarity >= 0.3
    {
      return .same(.place)
    }
    if hasSamePlace, isSameAuthor == nil, title.isNear || title.isEqual { return .same(.place) }
    if title.isEqual { return equalTitles }
    if title.isNear { return nearTitles }
    return .different
  }

  private var equalTitles: RecordMatch {
    if hasOtherPlace || isSameAuthor == false {
      return isSameAuthor == false && !title.isLong ? .different : .possible(.title)
    }
    let isDisplaced = isSamePage == false || isSameVolume == false
    guard title.isLong else {
      if isSameAuthor != true || isSameJournal == false || isSamePage == false {
        return .possible(.title)
      }
      if years == 0 { return .same(.title) }
      let isBacked = hasSameAuthors || isSameJournal == true
      return isBacked && !isDisplaced ? .same(.title) : .possible(.title)
    }
    if hasNoAuthor, isSameJournal != true {
      // Reports and web pages have neither author nor journal in many databases.
      let isBacked =
        years == 0 || (years == nil && (isSamePage == true || (title.isVeryLong && isBare)))
      let isCertain = areReferences && isSameJournal == nil && isBacked && !isDisplaced
      return isCertain ? .same(.title) : .possible(.title)
    }
    if years == 0 { return .same(.title) }
    // Published ahead of print in the year before; or one record without a year.
    let isBacked =
      isSameAuthor == true || isSameJournal == true
      || (years == nil && title.isVeryLong && areReferences)
    return isBacked && !isDisplaced ? .same(.title) : .possible(.title)
  }

  private var nearTitles: RecordMatch {
    guard isSameAuthor != false, !hasOtherPlace else { return .different }
    let isBacked =
      isSamePage == true
      || (isSameJournal == true && isSamePage != false && isSameVolume != false)
      || (isSameJournal != false && isSamePage != false
        && (title.hasTypingError || (title.isLong && title.similarity >= 0.95)))
    return isSameAuthor == true && isBacked && years != 1 ? .same(.title) : .possible(.title)
  }
}
