import Literature

/// Values that can't be read, which are reported; the record is read without them.
extension BibliographicRecord {
  /// Notes that a field for the year contains no year, unless the year is known from another field.
  ///
  /// - Parameter text: the field; `nil` if there is none.
  mutating func checkYear(_ text: String?) {
    guard let text, year == nil, !PlaceholderText.matches(text),
      !Self.withoutYear.contains(Self.folded(text))
    else { return }
    unreadable.append(WrittenValue.unreadable("year", text))
  }

  /// Notes that a field for the DOI contains no DOI, unless the DOI is known from another field.
  ///
  /// A web address in it becomes the address of the record.
  ///
  /// - Parameter text: the field; `nil` if there is none.
  mutating func checkDOI(_ text: String?) {
    guard let text, !identifiers.contains(where: { $0.scheme == .doi }),
      !PlaceholderText.matches(text), !Self.withoutDOI.contains(Self.folded(text)),
      !Self.isOtherNumber(text)
    else { return }
    if WebAddress.isURL(text) {
      url = url ?? text
    } else {
      unreadable.append(WrittenValue.unreadable("DOI", text))
    }
  }

  /// The outcomes for the values that can't be read.
  func mistakes(from origin: RecordOrigin, at location: SourceLocation) -> [ReadOutcome] {
    unreadable.map { .mistake(origin.notice(location, $0), in: .record) }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }.trimmed
  }

  /// Whether a text is another number that EndNote keeps in the same field: one that a publisher
  /// gives an item (PII, "S0140-6736(20)30183-5"), or that of an archive.
  private static func isOtherNumber(_ text: String) -> Bool {
    let folded = text.lowercased()
    if folded.hasSuffix("[pii]") { return true }
    if ["pmc", "nihms", "hdl:"].contains(where: { folded.hasPrefix($0) }) { return true }
    let digits = folded.hasPrefix("s") ? folded.dropFirst() : folded[...]
    return digits.prefix(4).allSatisfy(\.isASCIIDigit) && digits.dropFirst(4).first == "-"
  }

  /// What people write in place of a year.
  private static let withoutYear: Set<String> = [
    "nd", "n d", "no date", "undated", "in press", "inpress", "forthcoming", "submitted",
    "in preparation", "to appear", "accepted", "unknown", "none", "unpublished", "ongoing",
    "online first", "epub ahead of print", "ahead of print", "",
  ]

  /// What people write in place of a DOI.
  private static let withoutDOI: Set<String> = [
    "none", "no doi", "not available", "no doi available", "doi not available", "unavailable",
    "not found", "unknown", "",
  ]
}
