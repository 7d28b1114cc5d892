import Literature

extension RISSyntax {
  /// Sets the names of people and organisations in all their roles.
  static func setNames(
    _ record: inout TaggedRecord, of type: String?, _ reference: inout BibliographicRecord
  ) {
    let hasCitedAuthors = record.values("M3").contains(where: isClassification)
    reference.setNames(
      NameList.divided(authors(&record)), editors: NameList.divided(names(record.values("ED"))),
      second: hasCitedAuthors ? [] : NameList.divided(names(record.values("A2"))),
      third: NameList.divided(names(record.values("A3"))), of: type,
      hasSeries: record.first("T2", "T3").map { $0 != reference.title } ?? false)
  }

  /// Whether a text is a class of PsycINFO: "Physical & Somatoform Disorders [3290]".
  ///
  /// Ovid writes it in place of the type of work, and in such records the authors of cited works in
  /// place of editors.
  static func isClassification(_ text: String) -> Bool {
    let code = text.suffix(6)
    return text.utf8.count > 6 && code.first == "[" && code.last == "]"
      && code.dropFirst().dropLast().allSatisfy(\.isASCIIDigit)
  }

  /// Names under AU and A1, which exports use interchangeably.
  private static func authors(_ record: inout TaggedRecord) -> [String] {
    AuthorLists.joined(names(record.values("AU")), names(record.values("A1"))) {
      names(record.values(ofAny: "AU", "A1"))
    }
  }

  /// The names in some values; several in one value have semicolons between them.
  private static func names(_ values: [String]) -> [String] {
    guard values.contains(where: { $0.holds(0x3B) || $0.holds(0x40) }) else { return values }
    return values.flatMap { $0.parts(separatedBy: ";") }.map(withoutAddress)
  }

  /// A name without the email address after it, as BIOSIS writes it: "Lee, Ann (lee@example.org)".
  private static func withoutAddress(_ name: String) -> String {
    guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "("), name[bracket...].contains("@")
    else { return name }
    return name[..<bracket].trimmed
  }
}
