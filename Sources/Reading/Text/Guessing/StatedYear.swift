import Literature

/// Finds the year of a document that is not a record: from its text, otherwise from the file's
/// properties.
///
/// A file created from a template has the template's date, so the properties come last. A year in
/// a reference or in a sentence is never that of the document.
enum StatedYear {
  /// The signs of a year, the most trusted first.
  private enum Evidence: Int, CaseIterable {
    /// Volume and year of a journal: "vol. 4 (2018)".
    case issue
    /// The reference to the work itself: "Cite this article as: …".
    case citation
    /// A labelled date of publication: "Published: 12 May 2019".
    case published
    /// A line that consists of a date.
    case date
    /// "© 2017 The Authors".
    case copyright
    /// A line with a month and a year, an ISO date, or a label such as "Version".
    case month
    /// "Accepted: 3 March 2018".
    case accepted
  }

  /// The year that a document states.
  ///
  /// - Parameters:
  ///   - title: the title, whose year is used if no line states one.
  ///   - imprint: lines at the edges of the first page, such as running heads.
  ///   - page: all lines of the first page; only labelled dates count.
  ///   - opening: the first lines of the text, where any line with a month and a year counts.
  static func find(
    title: String, imprint: [Substring] = [], page: [Substring] = [],
    opening: some Sequence<Substring>
  ) -> Int? {
    var best: (evidence: Evidence, year: Int)?
    func consider(_ lines: some Sequence<Substring>, _ accepted: Set<Evidence>) {
      for line in lines where line.utf8.count <= 300 {
        if isReferences(line) { return }
        guard hasYear(line), let found = evidence(on: line, accepted),
          found.evidence.rawValue < best?.evidence.rawValue ?? .max
        else { continue }
        best = found
      }
    }
    let labelled: Set<Evidence> = [.citation, .published, .copyright, .accepted]
    consider(imprint, labelled.union([.issue]))
    consider(page, labelled)
    consider(opening, Set(Evidence.allCases))
    return best?.year ?? year(inTitle: title)
  }

  /// The year at the beginning of a text or in its title.
  static func find(in document: Document) -> Int? {
    find(title: document.title, opening: opening(of: document.text))
  }

  /// The lines at the beginning of a text.
  static func opening(of text: String) -> [Substring] {
    Array(text.prefix(3000).split(whereSeparator: \.isNewline).prefix(20))
  }

  /// The year in a file's properties, or `nil` if they seem to be those of a template.
  ///
  /// - Parameters:
  ///   - created: the time of creation, beginning with the year.
  ///   - modified: the time of the last change.
  static func ofFile(created: String?, modified: String?) -> Int? {
    if let created, templates.contains(where: { created.hasPrefix($0) }) { return nil }
    let years = [created, modified].map { $0.flatMap { PublicationDate.firstYear(in: $0) } }
    guard let first = years[0] ?? years[1] else { return nil }
    guard let last = years[1] else { return first }
    return (0...1).contains(last - first) ? first : nil
  }

  /// The dates of the templates that come with python-docx and python-pptx.
  private static let templates = ["2013-12-23T23:15", "2013-01-27T09:14"]

  // MARK: Lines

  private static func evidence(
    on line: Substring, _ accepted: Set<Evidence>
  ) -> (evidence: Evidence, year: Int)? {
    let folded = line.lowercased().trimmed
    if let year = citation(folded) { return (.citation, year) }
    if isReference(line) { return nil }
    if accepted.contains(.issue), let year = issue(line, folded) { return (.issue, year) }
    if let year = published(folded, line) { return (.published, year) }
    if accepted.contains(.date), PublicationDate.isDate(line),
      let year = PublicationDate.year(in: line)
    {
      return (.date, year)
    }
    if let year = copyright(folded) { return (.copyright, year) }
    if let year = self.accepted(folded) { return (.accepted, year) }
    if accepted.contains(.month), let year = month(folded) { return (.month, year) }
    return nil
  }

  /// Whether a line has four digits in a row that may be a year, so that a closer look is worth it.
  private static func hasYear(_ line: Substring) -> Bool {
    var digits = 0
    for byte in line.utf8 {
      digits = byte.isDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// The first year after "Cite this article as", which is that of the work.
  private static func citation(_ folded: String) -> Int? {
    let match = folded.prefixMatch(
      of:
        /(?:suggested |recommended )?(?:citation|cite (?:this|as|it)|to cite|how to cite|please cite)/
    )
    guard match != nil else { return nil }
    return folded.split { !$0.isLetter && !$0.isNumber }.lazy.compactMap(fourDigits).first
  }

  /// The year beside a volume: "2018; 4(2): 33–40", "BMC Psychiatry (2020) 20:15".
  private static func issue(_ line: Substring, _ folded: String) -> Int? {
    if let journal = JournalLine(line), let year = journal.year { return year }
    // A sentence may mention volumes as well.
    guard folded.utf8.count <= 160, !folded.hasSuffix(".") || folded.utf8.count <= 80 else {
      return nil
    }
    let volume = folded.firstMatch(
      of: /\bvol(?:ume|\.)?\s*\d{1,4}\b.{0,40}?\b((?:19|20)\d\d)\b/)
    let before = folded.firstMatch(
      of:
        /\b((?:19|20)\d\d)\s*[,;:|]?\s*(?:vol(?:ume|\.)?\s*\d{1,4}\b|\d{1,4}\s?\(\d{1,3}[^)]{0,9}\)\s*:)/
    )
    return (volume?.output.1 ?? before?.output.1).flatMap { Int($0) }
  }

  /// A date after a label: "Published online: 12 May 2019", "Date of publication 2019-05".
  private static func published(_ folded: String, _ line: Substring) -> Int? {
    if let match = folded.wholeMatch(of: /year\s*:\s*((?:19|20)\d\d)/) {
      return Int(match.output.1)
    }
    let labels = folded.matches(
      of:
        /\b(?:e?published|publication date|date of publication|available online|issue date|date issued|issued|release date|released|date posted|posted|first online)\b/
    )
    for label in labels {
      let isFirst = label.range.lowerBound == folded.startIndex
      var rest = folded[label.range.upperBound...].prefix(60)
      if let match = rest.prefixMatch(
        of: /\s*(?:first|online|print|electronically|on|date|\(online\))*\s*(:?)\s*/)
      {
        rest = rest[match.range.upperBound...]
        if let year = date(at: rest) { return year }
      }
      // "Published in 2019 by the foundation" on a separate line, but not in a sentence.
      let isSentence = !isFirst || line.first { !$0.isWhitespace }?.isUppercase != true
      guard !isSentence,
        let match = rest.prefixMatch(of: /(?:in\s+)(?:[a-z]+\s+)?((?:19|20)\d\d)\b/)
      else { continue }
      return Int(match.output.1)
    }
    return nil
  }

  /// The year of a date at the beginning of a text: "12 may 2019", "may 12, 2019", "2019-05-12".
  private static func date(at text: Substring) -> Int? {
    if let match = text.prefixMatch(of: /((?:19|20)\d\d)\b/) { return Int(match.output.1) }
    if let match = text.prefixMatch(of: /\d{1,2}[.\/-]\d{1,2}[.\/-]((?:19|20)\d\d)\b/) {
      return Int(match.output.1)
    }
    let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(4)
    for (index, word) in words.enumerated() {
      if let year = fourDigits(word) {
        return words[..<index].contains { months.contains(String($0)) } ? year : nil
      }
      let isDay = (1...2).contains(word.prefix(while: \.isASCIIDigit).count) && word.count <= 4
      guard isDay || months.contains(String(word)) || word == "of" else { return nil }
    }
    return nil
  }

  /// The year after "©" or "Copyright"; a range of years is that of a site.
  private static func copyright(_ folded: String) -> Int? {
    guard
      let mark = folded.firstMatch(
        of:
          /(?:©|\(c\)|copyright)[^0-9]{0,60}?\b((?:19|20)\d\d)\b(\s*[-–—]\s*(?:\d{2,4}|present|today))?/
      )
    else { return nil }
    return mark.output.2 == nil ? Int(mark.output.1) : nil
  }

  /// "Received 3 May 2014; accepted 4 June 2015": the last of these dates.
  private static func accepted(_ folded: String) -> Int? {
    for label in ["accepted", "revised", "received"] {
      guard let range = folded.firstRange(of: label) else { continue }
      let rest = folded[range.upperBound...].drop { $0 == ":" || $0.isWhitespace }.prefix(60)
      if let year = date(at: rest) { return year }
    }
    return nil
  }

  /// In a sentence, “fall” is mostly a verb.
  private static let months = PublicationDate.months.subtracting(["fall"])

  private static let labels = [
    "date", "version", "approved", "last updated", "updated", "first published",
  ]

  /// Words on lines whose date is not that of the document.
  private static let otherDates = [
    "accessed", "retrieved", "downloaded", "printed", "review date", "next review", "review by",
    "expires", "expiry", "valid until", "deadline", "submitted", "embargo",
  ]

  /// The year on a short line with a date: a month and a year, an ISO date, or a label and a year.
  private static func month(_ folded: String) -> Int? {
    guard folded.utf8.count <= 120, !otherDates.contains(where: folded.contains) else { return nil }
    let words = folded.split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() where months.contains(String(word)) {
      // "2014 Apr 1", "March 2024", "March 4, 2024"
      if index > 0, let year = fourDigits(words[index - 1]) { return year }
      let after = words[(index + 1)...].prefix(2).drop { $0.count <= 2 }
      if let year = after.first.flatMap(fourDigits) { return year }
    }
    if let match = folded.firstMatch(of: /\b((19|20)\d\d)-(0\d|1[0-2])-[0-3]\d(?:\b|t\d)/) {
      return Int(match.output.1)
    }
    guard
      labels.contains(where: { label in
        folded.hasPrefix(label) && folded.dropFirst(label.count).first?.isLetter != true
      })
    else { return nil }
    return words.lazy.compactMap(fourDigits).first
  }

  // MARK: References

  /// Whether a line is the heading of the list of references.
  private static func isReferences(_ line: Substring) -> Bool {
    let name = line.lowercased().filter { $0.isLetter || $0 == " " }.trimmed
    return ["references", "bibliography", "works cited", "literature cited", "reference list"]
      .contains(name)
  }

  /// Whether a line is a reference to another work, as in Vancouver or APA style.
  private static func isReference(_ line: Substring) -> Bool {
    line.prefixMatch(of: numbered) != nil || line.prefixMatch(of: american) != nil
      || line.prefixMatch(of: vancouver) != nil
  }

  private static let numbered = SharedRegex(#/\s*(?:\[\d{1,3}\]|\d{1,3}\.)\s+\p{Lu}/#)
  private static let american =
    SharedRegex(#/\s*\p{Lu}[\p{L}'’-]+,\s+\p{Lu}\..{0,120}\((?:19|20)\d\d[a-z]?\)/#)
  private static let vancouver =
    SharedRegex(#/\s*\p{Lu}[\p{L}'’-]+\s+\p{Lu}{1,3}[,.].{10,200}(?:19|20)\d\d\s*;\s*\d/#)

  // MARK: Title

  /// The first year in a title, as in that of a plan or an annual report; "since 1970" and "by
  /// 2030" are not.
  static func year(inTitle title: String) -> Int? {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    for (index, word) in words.enumerated() {
      guard let year = fourDigits(word) else { continue }
      let before = index > 0 ? words[index - 1] : ""
      if !["since", "by", "from", "until", "before", "vision", "agenda"].contains(before) {
        return year
      }
    }
    return nil
  }

  private static func fourDigits(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, word.utf8.allSatisfy(\.isDigit), let year = Int(word),
      (1900...2099).contains(year)
    else { return nil }
    return year
  }
}
