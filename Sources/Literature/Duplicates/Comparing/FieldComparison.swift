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
  let isSameIssue: Bool?
  /// Whether the first pages are the same; `nil` also if one of the records may count the pages of
  /// the article from 1.
  let isSamePage: Bool?
  private let hasSameArticleNumber: Bool
  /// Whether one of them is a chapter of a book.
  let hasChapter: Bool
  /// Whether both are in books with different ISBNs or, without these, on the first page of books
  /// with different titles.
  private let areInOtherBooks: Bool

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
    isSameIssue = same(left.issue, right.issue)
    let isSameNumber = same(left.page, right.page)
    let mayBeInOneIssue = ![isSameJournal, isSameVolume, isSameIssue].contains(false)
    let isCountedFromOne =
      isSameNumber == false && mayBeInOneIssue && title.isLong
      && Self.isCountedFromOne(left, right, isSameIssue: isSameIssue == true)
    isSamePage = isCountedFromOne ? nil : isSameNumber
    hasSameArticleNumber = isSamePage == true && Self.isArticleNumber(left.page)
    hasChapter = left.kind == .chapter || right.kind == .chapter
    let haveOtherISBNs =
      !left.isbns.isEmpty && !right.isbns.isEmpty && left.isbns.isDisjoint(with: right.isbns)
    areInOtherBooks =
      haveOtherISBNs
      ? isSameJournal != true : isSameJournal == false && isSamePage == true && left.page == "1"
  }

  /// Whether one record may count the pages of the article from 1, as CINAHL does for an article
  /// with a number ("1-9" for "345"), and most databases for one that has no volume yet.
  private static func isCountedFromOne(
    _ left: LinkageRecord, _ right: LinkageRecord, isSameIssue: Bool
  ) -> Bool {
    let (first, other) = left.page == "1" ? (left, right) : (right, left)
    guard first.page == "1" else { return false }
    return first.volume == nil || isSameIssue || isArticleNumber(other.page)
  }

  /// Whether a page has so many digits that it is probably the number of an article, not a page of
  /// a volume.
  private static func isArticleNumber(_ page: String?) -> Bool {
    (page?.count ?? 0) >= articleNumberLength
  }

  private static let articleNumberLength = 4

  /// The difference of two years; records and damaged indexes can have any number as a year.
  private static func distance(_ left: Int, _ right: Int) -> Int {
    let (difference, hasOverflow) = left.subtractingReportingOverflow(right)
    return hasOverflow ? .max : Int(clamping: difference.magnitude)
  }

  /// Whether years or authors are known and differ.
  var hasOtherOrigin: Bool { (years ?? 0) != 0 || isSameAuthor == false }

  /// Whether volume and page are known and equal.
  var hasSamePlace: Bool { isSameVolume == true && isSamePage == true }

  /// Whether they are chapters of different books.
  var areInDifferentBooks: Bool { hasChapter && areInOtherBooks }

  /// Whether the page differs, and the volume, the issue or the journal as well.
  var hasOtherPlace: Bool {
    isSamePage == false
      && (isSameVolume == false || isSameIssue == false || isSameJournal == false)
  }

  /// Whether volume, issue or page differ, as those of two columns with the same title do.
  ///
  /// Databases make mistakes, and some write the year as the volume. However, an author does not
  /// publish the same long title twice in one issue, several authors do not publish it twice in one
  /// journal, and no two articles have the same number.
  var isDisplaced: Bool {
    guard [isSameVolume, isSameIssue, isSamePage].contains(false), !hasSameArticleNumber else {
      return false
    }
    let isInSameIssue = isSameVolume == true && isSameIssue == true && isSameJournal == true
    let isOnce =
      isInSameIssue && title.isLong && isSameAuthor == true
      || title.isVeryLong && hasSameAuthors && isSameJournal != false
    return !(title.isEqual && isOnce)
  }

  /// Whether a shared DOI counts: that of a supplement is the DOI of all its abstracts.
  func agreesOnDOI(isAbstract: Bool) -> Bool {
    if isAbstract { return title.isEqual || title.isNear && !title.differInMeaning }
    return !(isSamePage == false && title.similarity < TitleComparison.different)
  }

  /// Whether they are on the same page, by the same first author, so that one may have another title.
  var mayBeRetitled: Bool { isSamePage == true && isSameAuthor == true }

  /// Whether the shared DOI must be wrong in one of the records, or that of a book or supplement
  /// that contains both: title and first author differ, or the titles of two chapters.
  var isContradicted: Bool {
    guard title.areKnown, !title.isEqual else { return false }
    if isSameAuthor == false, title.differInMeaning { return true }
    if title.isAlike { return false }
    return isSameAuthor == false
      ? title.similarity < TitleComparison.doubtful
      : hasChapter && title.similarity < TitleComparison.different
  }

  /// Whether the fields rule out that the records are one work, even if both match a third one.
  var areContradictory: Bool {
    let isFar = if let years { years > (isSeparate ? 0 : 1) } else { false }
    let isElsewhere = isDisplaced || (isSameJournal == false && !isConfirmed)
    return isFar || isElsewhere || isSameAuthor == false || title.differInMeaning || title.diverge
  }

  /// Whether page or volume are known and equal.
  var isConfirmed: Bool { isSamePage == true || isSameVolume == true }

  /// The number of fields that agree, to choose among several works that a record may belong to.
  var agreement: Int {
    let known = [isSameAuthor, isSameJournal, isSameVolume, isSameIssue, isSamePage]
    return known.count { $0 == true }
      + [title.isIdentical, years == 0, hasSameAuthors].count { $0 }
  }
}
