import Literature

/// Lists of names in the cells of a table, as people and programs write them.
struct TableNames {
  /// Whether the table is from PubMed, which writes names in a special form (``PubMedNames``).
  let isPubMed: Bool
  /// Whether it is from Rayyan, which always writes "and" between names, so that a comma is part of
  /// a name.
  let isRayyan: Bool
  /// Whether nothing separates the names, as in tables of SpringerLink: "Ann LeeBo Roe".
  var areRunTogether = false
  /// The order of names without a comma.
  var order = NameList.Order.unknown

  /// The names in a list.
  func names(in text: String) -> [String] {
    if isPubMed { return PubMedNames.names(in: text) }
    if areRunTogether { return NameList.divided(Self.separated(text), order: .givenFirst) }
    let list = Self.onOneLine(QuotedList.withSemicolons(text))
    let parts =
      isRayyan
      ? list.replacing(" and ", with: ";").split(separator: ";").map(String.init)
      : NameText.names(list.replacing("|", with: ";"))
    // Scopus writes an author ID after the full name. Exports protect "and" inside a name.
    let names = parts.map {
      ($0.holds(0x28) ? $0.replacing(Self.authorID, with: "") : $0)
        .replacing("\u{A0}and\u{A0}", with: " and ").trimmed
    }
    .map { $0.hasSuffix(".") && !$0.contains(" ") ? String($0.dropLast()) : $0 }
    .filter { !$0.isEmpty }
    return NameList.divided(names, order: order)
  }

  /// The names in a list that nothing separates: each begins with a capital after a small letter,
  /// unless this is within a name such as "McDonald".
  private static func separated(_ text: String) -> [String] {
    var names: [String] = []
    var name = ""
    var word = ""
    for character in text {
      if character.isUppercase, word.last?.isLowercase == true, !particles.contains(word) {
        names.append(name)
        (name, word) = ("", "")
      }
      name.append(character)
      if character == " " || character == "-" {
        word = ""
      } else {
        word.append(character)
      }
    }
    return (names + [name]).map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// The beginnings of names with a capital in them.
  private static let particles: Set<String> = [
    "Mc", "Mac", "De", "Del", "Della", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "El", "Al",
    "da", "de", "van",
  ]

  /// Matches at most one space before the number.
  ///
  /// A pattern for any number of spaces would be tried again from each space of a run.
  private static let authorID = SharedRegex(#/\s?\(\d{6,}\)/#)

  /// A list with semicolons between its lines, if each line is a name.
  private static func onOneLine(_ list: String) -> String {
    let lines = list.split(whereSeparator: \.isNewline).map { $0.trimmed }
    guard lines.count > 1, !list.contains(";"),
      lines.allSatisfy({ $0.contains(" ") && !$0.hasSuffix(",") })
    else { return list }
    return lines.joined(separator: ";")
  }
}
