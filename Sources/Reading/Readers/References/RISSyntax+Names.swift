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

  /// The names in some values; several in one value have semicolons between them, or are a list like
  /// that below a title.
  private static func names(_ values: [String]) -> [String] {
    if values.count == 1, let list = several(in: values[0]) { return list }
    guard values.contains(where: { $0.holds(0x3B) || $0.holds(0x40) }) else { return values }
    return values.flatMap { $0.parts(separatedBy: ";") }.map(withoutAddress)
  }

  /// The names in the only value of a record, if it is plainly a list: "Lee, Ann and Roe, Bo", "Ann
  /// Lee, Bo Roe, Cy Ng"; `nil` for any other value.
  ///
  /// A single comma is within a name: "García Rodríguez, Luis Alberto".
  private static func several(in value: String) -> [String]? {
    let isLong = value.utf8.count { $0 == 0x2C } > 1
    guard isLong || value.holds(" and "), value.utf8.count <= 2000, !value.holds(0x3B) else {
      return nil
    }
    let parts = value.split(separator: " and ").map { $0.trimmed }
    if parts.count > 1, parts.allSatisfy(isInverted) { return parts }
    let list = value.replacing(", and ", with: ", ")
    let ands = list.split(separator: " and ").count - 1
    let separators = list.utf8.count { $0 == 0x2C } + ands
    guard separators > 1 || ands > 0, let names = AuthorLine.names(list),
      names.count == separators + 1
    else { return nil }
    return names
  }

  /// Whether a text is a name with the family name first, whose words begin with capitals.
  private static func isInverted(_ text: String) -> Bool {
    text.utf8.count { $0 == 0x2C } == 1 && text.last != "," && text.first != ","
      && text.split { $0 == " " || $0 == "," }.allSatisfy { $0.first?.isUppercase == true }
  }

  /// A name without the email address after it, as BIOSIS writes it: "Lee, Ann (lee@example.org)".
  private static func withoutAddress(_ name: String) -> String {
    guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "("), name[bracket...].contains("@")
    else { return name }
    return name[..<bracket].trimmed
  }
}
