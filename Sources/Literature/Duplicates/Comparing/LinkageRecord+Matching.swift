extension LinkageRecord {
  /// The reason in words, with the fields on which two records agree: "doi 10.1000/x", "title, year
  /// and first author".
  public func name(_ reason: RecordMatch.Reason, with other: LinkageRecord) -> String {
    let comparison = FieldComparison(self, other)
    let isTitle = comparison.title.isEqual || comparison.title.isIdentical
    let title = isTitle ? "title" : "similar title"
    var fields: [String?] = []
    switch reason {
    case .decision: return "your decision"
    case .identifier(let name): return "\(name.scheme.rawValue) \(name.value)"
    case .text: return "text"
    case .volumeAndPage:
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

  /// Compares two records; the result is the same in either order.
  ///
  /// Records with different PMIDs, PMCIDs or registry numbers are never the same work. A shared DOI
  /// may be that of a book or a supplement, so that title and first author must not both differ. A
  /// conference abstract and an article, an article and a chapter or thesis, or records with
  /// different DOIs, match only by a shared identifier or by the same volume and page; two editions
  /// of a book, chapters of two books, and an article and its erratum, only by an identifier. Two
  /// files with exactly the same text of some length are copies of one work, unless their titles,
  /// years or authors differ. Fields that both records have must not contradict each other: a
  /// shared title means little if volume, issue or page differ. Titles that differ in a number, in
  /// a word that changes the meaning, or in a subtitle that names another report of the study
  /// belong to two works, even on the same page. References with the same short title ("Editorial")
  /// that differ in no field may be the same work. The rules follow those that reviewers use
  /// (Rathbone et al. 2015; Bramer et al. 2016; Hair et al. 2023): several combinations of fields,
  /// each of which suffices.
  public func match(_ other: LinkageRecord) -> RecordMatch {
    for scheme in Self.exclusive where conflicts(scheme, other) { return .different }
    let comparison = FieldComparison(self, other)
    let common = identifiers.intersection(other.identifiers)
    if let shared = common.min() {
      let reason = RecordMatch.Reason.identifier(shared)
      // Only a DOI may be that of a book or a supplement.
      if common.contains(where: { $0.scheme != .doi }) { return .same(reason) }
      guard comparison.agreesOnDOI(isAbstract: isConferenceAbstract || other.isConferenceAbstract)
      else {
        return comparison.title.isNear || comparison.mayBeRetitled
          ? .possible(reason) : .different
      }
      return comparison.isContradicted ? .possible(reason) : .same(reason)
    }
    let hasSameText = text.map { $0 == other.text } ?? false
    if hasSameText, isTextEnough(other), !comparison.hasOtherOrigin, !isOtherEdition(other),
      !conflicts(.doi, other)
    {
      return .same(.text)
    }
    let match = comparison.match
    if hasSameText, case .different = match { return .possible(.text) }
    guard case .same(let reason) = match else { return match }
    return isOtherWork(other, comparison) ? .possible(reason) : match
  }

  /// Whether two records can't be one work, even if a third one matches both.
  ///
  /// Records that merely have little in common, such as two titles of a work in two languages, do
  /// not contradict each other.
  func contradicts(_ other: LinkageRecord) -> Bool {
    let comparison = FieldComparison(self, other)
    guard comparison.areContradictory || isOtherWork(other, comparison) else { return false }
    if case .same = match(other) { return false }
    return true
  }

  /// Whether they share an identifier that does not count: the DOI of a book or of a supplement.
  func sharesInVain(_ other: LinkageRecord) -> Bool {
    if identifiers.isDisjoint(with: other.identifiers) { return false }
    if case .same = match(other) { return false }
    return true
  }

  /// Whether records with the same title are of different kinds or have different DOIs.
  ///
  /// Databases give errata the pages of the article. Some articles have two DOIs.
  private func isOtherWork(_ other: LinkageRecord, _ comparison: FieldComparison) -> Bool {
    if isOtherEdition(other) || isNotice != other.isNotice || comparison.areInDifferentBooks {
      return true
    }
    if conflicts(.doi, other) {
      return !(comparison.hasSamePlace && (comparison.title.isEqual || comparison.title.isNear))
    }
    let areOtherKinds = WorkKind.areDifferent(kind, other.kind) && comparison.isSameJournal != true
    return (isConferenceAbstract != other.isConferenceAbstract || areOtherKinds)
      && !comparison.hasSamePlace
  }

  private func isOtherEdition(_ other: LinkageRecord) -> Bool {
    guard let edition, let second = other.edition else { return false }
    return edition != second
  }

  /// Whether the text that two files share shows that they are copies of one work: a short one only
  /// if all else, including the name of the file, is the same as well.
  private func isTextEnough(_ other: LinkageRecord) -> Bool {
    guard let text else { return false }
    if !content.isEmpty, content == other.content { return true }
    // A blank form or template has the same text every year.
    if !fileYears.isEmpty, !other.fileYears.isEmpty, fileYears.isDisjoint(with: other.fileYears) {
      return false
    }
    guard statesTitle, other.statesTitle else { return text.isVeryLong }
    return text.isLong && title == other.title
  }

  /// The registers in which a work has only one number.
  static let exclusive: [Identifier.Scheme] = [.pmid, .pmcid, .registry]

  /// Whether both have identifiers of a scheme, and none in common.
  func conflicts(_ scheme: Identifier.Scheme, _ other: LinkageRecord) -> Bool {
    identifiers.conflict(with: other.identifiers, in: scheme)
  }
}

extension Set<Identifier> {
  /// Whether both sets have identifiers of a scheme, and none in common.
  func conflict(with other: Set<Identifier>, in scheme: Identifier.Scheme) -> Bool {
    let mine = filter { $0.scheme == scheme }
    guard !mine.isEmpty else { return false }
    let others = other.filter { $0.scheme == scheme }
    return !others.isEmpty && mine.isDisjoint(with: others)
  }
}
