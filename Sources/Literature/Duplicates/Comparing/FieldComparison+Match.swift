/// Decides from the fields of two records, without their identifiers, whether they match.
extension FieldComparison {
  var match: RecordMatch {
    if let years, years > 1 {
      return title.isEqual && hasSamePlace ? .possible(.volumeAndPage) : .different
    }
    if hasSamePlace, isSameAuthor == true,
      title.similarity >= TitleComparison.plausible || isSameJournal == true,
      title.similarity >= TitleComparison.different
    {
      return sameUnlessTitlesDiffer(.volumeAndPage)
    }
    if hasSamePlace, isSameAuthor == nil, title.isNear || title.isEqual {
      return sameUnlessTitlesDiffer(.volumeAndPage)
    }
    if title.isEqual { return equalTitles }
    if title.isNear { return nearTitles }
    if title.isAlike, isSameAuthor == true, isSameJournal != false { return .possible(.title) }
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
    // An annual report has the same title every year.
    if isSeparate, years == 1 { return .possible(.title) }
    // The same text in two journals may be two works.
    if isSameJournal == false, !isConfirmed { return .possible(.title) }
    guard title.isLong else {
      if isSameAuthor != true || isSameJournal == false || isSamePage == false {
        return .possible(.title)
      }
      if years == 0 { return isDisplaced ? .possible(.title) : .same(.title) }
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
    if years == 0 { return isDisplaced ? .possible(.title) : .same(.title) }
    // Published ahead of print in the year before; or one record without a year.
    let isBacked =
      isSameAuthor == true || isSameJournal == true
      || (years == nil && title.isVeryLong && areReferences)
    return isBacked && !isDisplaced ? .same(.title) : .possible(.title)
  }

  private var nearTitles: RecordMatch {
    guard isSameAuthor != false, isSameJournal != false || !hasOtherPlace else {
      return .different
    }
    let isBacked =
      isSamePage == true || isSameJournal == true
      || (isSameJournal != false
        && (title.hasTypingError || title.similarity >= TitleComparison.certain
          || title.differInDesign))
    return isSameAuthor == true && isBacked && !isDisplaced && years != 1
      ? sameUnlessTitlesDiffer(.title) : .possible(.title)
  }

  /// The same work, or two parts of one study: one author may have several abstracts on a page, and
  /// the pages of each issue may begin at 1.
  private func sameUnlessTitlesDiffer(_ reason: RecordMatch.Reason) -> RecordMatch {
    isSameIssue == false && isDisplaced || title.differInMeaning
      ? .possible(reason) : .same(reason)
  }
}
