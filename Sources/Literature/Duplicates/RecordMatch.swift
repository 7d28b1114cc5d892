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
    /// The whole text of two files.
    case text
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
    case .text: 2
    case .place: 3
    case .title: 4
    }
  }
}

extension LinkageRecord {
  /// The reason in words, with the fields on which two records agree: "doi 10.1000/x", "title, year
  /// and first author".
  public func name(_ reason: RecordMatch.Reason, with other: LinkageRecord) -> String {
    let comparison = FieldComparison(self, other)
    let title = comparison.title.isEqual ? "title" : "similar title"
    var fields: [String?] = []
    switch reason {
    case .decision: return "your decision"
    case .identifier(let name): return "\(name.scheme.rawValue) \(name.value)"
    case .text: return "text"
    case .place:
      fields = comparison.hasSamePlace ? ["volume", "first page"] : [title]
    case .title: fields = [title, comparison.years == 0 ? "year" : nil]
    }
    fields += [
      comparison.isSameAuthor == true ? "first author" : nil,
      comparison.isSameJournal == true ? "journal" : nil,
    ]
    return fields.compactMap(\.self).inWords
  }

  /// The reason in a sentence about two records: "same doi 10.1000/x".
  public func explain(_ reason: RecordMatch.Reason, with other: LinkageRecord) -> String {
    let name = name(reason, with: other)
    return reason == .decision || name.hasPrefix("similar") ? name : "same \(name)"
  }

  /// The strongest reason why a record is the same work as one of some others.
  ///
  /// - Returns: the offset of that record, and the reason; of equally strong reasons, the first.
  ///   `nil` if it is none of these works.
  public func strongestReason(
    among others: [LinkageRecord], _ decisions: DuplicateDecisions
  ) -> (offset: Int, reason: RecordMatch.Reason)? {
    others.enumerated()
      .compactMap { offset, other in reason(with: other, decisions).map { (offset, $0) } }
      .min { $0.1.strength < $1.1.strength }
  }

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
  /// abstract and an article, an article and a chapter or thesis, an article and its erratum, or
  /// records with different DOIs, match only by a shared identifier or by the same volume and page;
  /// two editions of a book only by an identifier. Two files with the same title and exactly the same
  /// text of some length are copies of one work, unless their years or authors differ. Fields that
  /// both records have must not contradict each other: a shared title means little if volume, page
  /// and journal differ. The rules follow those that reviewers use (Rathbone et al. 2015; Bramer et
  /// al. 2016; Hair et al. 2023): several combinations of fields, each of which suffices.
  public func match(_ other: LinkageRecord) -> RecordMatch {
    for scheme in Self.exclusive where conflicts(scheme, other) { return .different }
    let comparison = FieldComparison(self, other)
    if let shared = identifiers.intersection(other.identifiers)
      .min(by: { ($0.scheme.rawValue, $0.value) < ($1.scheme.rawValue, $1.value) })
    {
      guard
        comparison.agrees(
          on: shared, isAbstract: isConferenceAbstract || other.isConferenceAbstract)
      else { return .different }
      let reason = RecordMatch.Reason.identifier(shared)
      return shared.scheme == .doi && comparison.isContradicted
        ? .possible(reason) : .same(reason)
    }
    let isOtherEdition: Bool
    if let edition, let second = other.edition {
      isOtherEdition = edition != second
    } else {
      isOtherEdition = false
    }
    let hasSameText = text.map { $0 == other.text } ?? false
    if hasSameText, text?.isLong == true, !title.isEmpty, title == other.title,
      !comparison.hasOtherOrigin, !isOtherEdition, !conflicts(.doi, other)
    {
      return .same(.text)
    }
    let match = comparison.match
    if hasSameText, case .different = match { return .possible(.text) }
    guard case .same(let reason) = match else { return match }
    let areOtherKinds = WorkKind.areDifferent(kind, other.kind) && comparison.isSameJournal != true
    let isOddPair: Bool =
      isConferenceAbstract != other.isConferenceAbstract || isNotice != other.isNotice
      || conflicts(.doi, other) || areOtherKinds
    let isDoubtful = isOtherEdition || (isOddPair && !comparison.hasSamePlace)
    return isDoubtful ? .possible(reason) : match
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
private struct FieldComparison {
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
  /// One of them is a book or a report, which appear once; a journal article may also be published
  /// ahead of print in the year before.
  let isSeparate: Bool
  let isSameJournal: Bool?
  let isSameVolume: Bool?
  let isSamePage: Bool?

  init(_ left: LinkageRecord, _ right: LinkageRecord) {
    func same<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool? {
      left.flatMap { left in right.map { left == $0 } }
    }
    years = left.year.flatMap { left in right.year.map { abs(left - $0) } }
    title = TitleComparison(left, right)
    if left.surnames.isEmpty || right.surnames.isEmpty {
      isSameAuthor = nil
    } else {
      isSameAuthor =
        left.surnames.contains(right.surname) || right.surnames.contains(left.surname)
        || !left.names.isDisjoint(with: right.names)
    }
    areReferences = left.isReference && right.isReference
    isBare = left.isBare || right.isBare
    let separate: Set<WorkKind> = [.book, .report, .thesis]
    isSeparate = [left.kind, right.kind].contains { kind in
      kind.map { separate.contains($0) } ?? false
    }
    hasSameAuthors = left.surnames.count > 1 && left.surnames == right.surnames
    hasNoAuthor = left.surnames.isEmpty && right.surnames.isEmpty
    isSameJournal = JournalNames.areSame(left.journal, right.journal)
    isSameVolume = same(left.volume, right.volume)
    isSamePage = same(left.page, right.page)
  }

  /// Years or authors are known and differ.
  var hasOtherOrigin: Bool { (years ?? 0) != 0 || isSameAuthor == false }

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

  /// Whether a shared DOI must be a mistake in one of the records: title, first author and year
  /// differ.
  var isContradicted: Bool {
    isSameAuthor == false && years != 0 && title.areKnown && title.similarity < 0.3
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
    // An annual report has the same title every year.
    if isSeparate, years == 1 { return .possible(.title) }
    // The same text in two journals may be two works.
    let isConfirmed = isSamePage == true || isSameVolume == true
    if isSameJournal == false, !isConfirmed { return .possible(.title) }
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
