/// The fields of two records side by side; `nil` if one lacks the field.
struct FieldComparison {
  let years: Int?
  /// Whether both records have the same year, or none.
  let hasSameYear: Bool
  let title: TitleComparison
  let isSameAuthor: Bool?
  /// Whether neither record names an author.
  let hasNoAuthor: Bool
  /// Whether both records name the same authors, at least two.
  let hasSameAuthors: Bool
  /// Whether both records are from files of records.
  let areReferences: Bool
  /// Whether one of them has no text beside its title.
  let isBare: Bool
  /// Whether one of them is a book or a report, which appear once; a journal article may also be
  /// published ahead of print in the year before.
  let isSeparate: Bool
  let isSameJournal: Bool?
  let isSameVolume: Bool?
  let isSamePage: Bool?

  init(_ left: LinkageRecord, _ right: LinkageRecord) {
    func same<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool? {
      left.flatMap { left in right.map { left == $0 } }
    }
    years = left.year.flatMap { left in right.year.map { Self.distance(left, $0) } }
    hasSameYear = left.year == right.year
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

  /// The difference of two years; records and damaged indexes can have any number as a year.
  private static func distance(_ left: Int, _ right: Int) -> Int {
    let (difference, hasOverflow) = left.subtractingReportingOverflow(right)
    return hasOverflow ? .max : Int(clamping: difference.magnitude)
  }

  /// Whether years or authors are known and differ.
  var hasOtherOrigin: Bool { (years ?? 0) != 0 || isSameAuthor == false }

  /// Whether volume and page are known and equal.
  var hasSamePlace: Bool { isSameVolume == true && isSamePage == true }

  /// Whether page and volume, or page and journal, are known and differ.
  private var hasOtherPlace: Bool {
    isSamePage == false && (isSameVolume == false || isSameJournal == false)
  }

  /// Whether a shared identifier counts: the DOI of a supplement is that of all its abstracts.
  func agrees(on identifier: Identifier, isAbstract: Bool) -> Bool {
    guard identifier.scheme == .doi else { return true }
    if isAbstract { return title.isEqual || title.isNear && !title.differInMeaning }
    return !(isSamePage == false && title.similarity < 0.3)
  }

  /// Whether the shared DOI must be wrong in one of the records: title, first author and year
  /// differ.
  var isContradicted: Bool {
    isSameAuthor == false && years != 0 && title.areKnown && title.similarity < 0.3
  }

  var match: RecordMatch {
    if let years, years > 1 {
      return title.isEqual && hasSamePlace ? .possible(.volumeAndPage) : .different
    }
    if hasSamePlace, isSameAuthor == true, title.similarity >= 0.5 || isSameJournal == true,
      title.similarity >= 0.3
    {
      return sameUnlessTitlesDiffer(.volumeAndPage)
    }
    if hasSamePlace, isSameAuthor == nil, title.isNear || title.isEqual {
      return sameUnlessTitlesDiffer(.volumeAndPage)
    }
    if title.isEqual { return equalTitles }
    if title.isNear { return nearTitles }
    return areCopies ? .possible(.title) : .different
  }

  /// Whether they are references with the same short title ("Editorial") that differ in no field.
  private var areCopies: Bool {
    title.isIdentical && areReferences && hasSameYear
      && ![isSameAuthor, isSameJournal, isSameVolume, isSamePage].contains(false)
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
    return isSameAuthor == true && isBacked && years != 1
      ? sameUnlessTitlesDiffer(.title) : .possible(.title)
  }

  /// The same work, or two parts of one study: one author may have several abstracts on a page.
  private func sameUnlessTitlesDiffer(_ reason: RecordMatch.Reason) -> RecordMatch {
    title.differInMeaning ? .possible(reason) : .same(reason)
  }
}
