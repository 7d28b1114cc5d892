import Literature

/// A line that names the journal, as printed at the top or bottom of a first page.
package struct JournalLine {
  /// Name of the journal.
  package let journal: String
  /// Year of the issue.
  package private(set) var year: Int?
  /// Volume.
  package private(set) var volume: String?
  /// Issue within the volume.
  package private(set) var issue: String?
  /// Pages or article number.
  package private(set) var pages: String?

  /// Reads a line; `nil` if it names no journal.
  package init?(_ line: some StringProtocol) {
    var text = line.trimmed
    guard (8...200).contains(text.utf8.count), text.contains(where: \.isNumber) else { return nil }
    // "Lee et al. BMC Psychiatry (2020) 20:15"
    if let match = text.prefixMatch(of: /.{1,60}?\bet al\.?,?:?\s+/) {
      text = String(text[match.range.upperBound...])
    }
    if let match = text.prefixMatch(of: Self.yearFirst) {
      self.init(match.1, match.2, match.3, match.4, match.5)
    } else if let match = text.prefixMatch(of: Self.yearInBrackets) {
      self.init(match.1, match.2, match.3, match.4, match.5)
    } else if let match = text.prefixMatch(of: Self.volumeFirst) {
      self.init(match.1, match.3, match.2, nil, match.4)
    } else if let match = text.prefixMatch(of: Self.spelledOut) {
      self.init(match.1, match.4, match.2, match.3, nil)
    } else if let match = text.prefixMatch(of: Self.yearAndVolume) {
      self.init(match.1, match.2, match.3, match.4, match.5)
    } else if let match = text.prefixMatch(of: Self.barred) {
      self.init(match.1, nil, nil, nil, nil)
    } else {
      return nil
    }
  }

  private init?(
    _ name: Substring, _ year: Substring?, _ volume: Substring?, _ issue: Substring?,
    _ pages: Substring?
  ) {
    var name = name.trimmed
    while let last = name.last, ",.;: ".contains(last), !name.hasSuffix("J.") { name.removeLast() }
    let words = name.split(separator: " ")
    let folded = name.lowercased()
    guard (1...12).contains(words.count), name.count(where: { $0.isLetter }) >= 3,
      !Self.others.contains(where: { folded.hasPrefix($0) })
    else { return nil }
    journal = name
    self.year = year.flatMap { Int($0) }
    self.volume = volume.map(String.init)
    self.issue = issue.map(String.init)
    self.pages = pages.map { String($0).replacing("–", with: "-").filter { $0 != " " } }
  }

  /// Beginnings of lines that have dates and numbers but name no journal.
  private static let others = [
    "received", "accepted", "published", "revised", "copyright", "volume", "vol", "issue", "table",
    "figure", "page", "http", "doi", "www", "downloaded", "department", "university",
  ]

  // MARK: Patterns

  // "Journal of Peer Work 2021;3(2):45-50", "Int. J. Health 2020, 17, 1234"
  private static let yearFirst =
    SharedRegex(
      #/([A-Z][^0-9;|]{2,90}?)[\s,]+((?:19|20)\d\d)\s*[;,]\s*(\d{1,4})(?:\s?\((\d{1,3}[^)]{0,20})\))?\s*[:,]\s*([eE]?\d[\d–-]*)/#
    )
  // "BMC Psychiatry (2020) 20:15", "Community Ment Health J (2015) 51(2):1–10"
  private static let yearInBrackets =
    SharedRegex(
      #/([A-Z][^0-9;|()]{2,90}?)\s+\(((?:19|20)\d\d)\)\s+(\d{1,4})(?:\s?\((\d{1,3}[^)]{0,20})\))?\s*[:,]\s*([eE]?\d[\d–-]*)/#
    )
  // "Social Science & Medicine 251 (2020) 112904"
  private static let volumeFirst =
    SharedRegex(#/([A-Z][^0-9;|()]{2,90}?)\s+(\d{1,4})\s+\(((?:19|20)\d\d)\)\s+([eE]?\d[\d–-]*)/#)
  // "Psychiatric Services, Vol. 65, No. 4, April 2014"
  private static let spelledOut =
    SharedRegex(
      #/([A-Z][^0-9;|()]{2,90}?),?\s+Vol(?:ume)?\.?\s*(\d{1,4})(?:,?\s*(?:No|Issue|Number|Iss)\.?\s*(\d{1,3}))?(?:.{0,40}?\b((?:19|20)\d\d)\b)?/#
    )
  // "Journal of Peer Work 2018, Vol. 12, No. 3, 45–60", "Peers (2018) Vol 12(3): pp. 45-60"
  private static let yearAndVolume =
    SharedRegex(
      #/([A-Z][^0-9;|()]{2,90}?),?\s+\(?((?:19|20)\d\d)\)?[,;]?\s+[Vv]ol(?:ume)?\.?\s*(\d{1,4})(?:,?\s*(?:\(|[Nn]o\.?\s|[Ii]ssue\s|[Nn]umber\s|[Ii]ss\.?\s)\s*(\d{1,3})\)?)?(?:[,:]\s*(?:pp?\.?\s*)?([eE]?\d+(?:\s?[–-]\s?\d+)?))?/#
    )
  // "PLOS ONE | https://doi.org/10.1371/journal.pone.1", "Frontiers in Psychiatry |
  // www.frontiersin.org"
  private static let barred = SharedRegex(#/([A-Z][^0-9;|()]{2,60}?)\s+\|\s+(?:https?:|www\.|doi)/#)
}
