/// The numbers that bibliographic databases give to their records: Embase's "L600000001", Web of
/// Science's "WOS:000212345600012".
///
/// As an ``Identifier``, a number follows the name of its database, if that is known: "CINAHL
/// 109000001". A record can be found by it, but it does not show that two records are one work,
/// because the same number can occur in several databases.
package enum AccessionNumber {
  /// The maximum length, in bytes, of a number, and of the name of a database.
  private static let longest = 64

  /// The identifier for a number; `nil` if the text is not one.
  ///
  /// - Parameter database: the database as the record names it; `nil` if it does not.
  package static func identifier(_ number: String, of database: String?) -> Identifier? {
    let number = number.trimmed
    guard isNumber(number[...]) else { return nil }
    let name = database.flatMap(databaseName) ?? usualDatabase(of: number)
    return Identifier(.accession, [name, number].joinedNonNil(separator: " "))
  }

  /// Whether a text is a number of Embase: "L600000001".
  package static func isOfEmbase(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return text.first == "L" && (6...12).contains(digits.count)
      && digits.allSatisfy(\.isASCIIDigit)
  }

  /// Whether a text is a number of APA PsycInfo: "2019-29490-001".
  package static func isOfPsycInfo(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 5, 3]
      && parts.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
  }

  /// The value of an identifier in a text: a number, after the name of a database or alone; `nil`
  /// for other text.
  static func value(_ text: String) -> String? {
    guard text.utf8.count <= 2 * longest else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let number = words.last, isNumber(number) else { return nil }
    return words.joined(separator: " ")
  }

  /// The number in the value of an identifier.
  static func number(in value: String) -> Substring {
    value.lastIndex(of: " ").map { value[value.index(after: $0)...] } ?? value[...]
  }

  /// The name of a database in the value of an identifier; `nil` if it has none.
  static func database(in value: String) -> Substring? {
    value.lastIndex(of: " ").map { value[..<$0] }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    text.utf8.count <= longest && text.contains(where: \.isASCIIDigit)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:_()".contains($0)) }
  }

  /// The name of a database without the period and the marks that Ovid adds ("Embase <1974 to
  /// 2024>"), and without further databases.
  private static func databaseName(_ text: String) -> String? {
    let name = String(text.prefix { $0 != "<" && $0 != ";" }).replacing("(R)", with: "").oneLine
      .trimmed
    return name.isEmpty || name.utf8.count > longest ? nil : name
  }

  /// The only database whose numbers look like this one.
  private static func usualDatabase(of number: String) -> String? {
    if isOfEmbase(number) { return "Embase" }
    if isOfPsycInfo(number) { return "APA PsycInfo" }
    return number.hasPrefix("2-s2.0-") ? "Scopus" : nil
  }
}

extension Identifier {
  /// The key by which a record with this accession number is found, whatever its database; `nil`
  /// for other identifiers.
  package var accessionKey: Identifier? {
    guard scheme == .accession else { return nil }
    return Identifier(.accession, AccessionNumber.number(in: value).uppercased())
  }

  /// Whether this is the accession number that a person typed, in any letter case, with the name of
  /// its database or without it.
  package func isAccession(typed: Identifier) -> Bool {
    guard let key = accessionKey, key == typed.accessionKey else { return false }
    return AccessionNumber.database(in: typed.value) == nil
      || value.uppercased() == typed.value.uppercased()
  }
}
