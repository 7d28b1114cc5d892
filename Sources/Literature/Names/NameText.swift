/// Splits a text that lists the names of people, as a person types it.
///
///     NameText.names("Ann Lee, Bo Chen and Cy Day")  // three names
///     NameText.names("Lee, Ann; Chen, Bo")           // two names with commas
///     NameText.names("Department of Health and Social Care")  // one name
package enum NameText {
  /// The names in their order, without forms of address and degrees.
  package static func names(_ text: String) -> [String] {
    split(text).map { NameTitles.removed(from: withoutEllipsis($0)) }
      .filter { !$0.isEmpty && !NameList.isOthers($0) }
  }

  /// A name without the dots that stand for further names: "J Roe…".
  private static func withoutEllipsis(_ name: String) -> String {
    let dots = ["…", "..."].first { name.hasSuffix($0) }
    return dots.map { name.dropLast($0.count).trimmed } ?? name
  }

  /// Semicolons always separate names; "and" and commas only if whole names are between them.
  private static func split(_ text: String) -> [String] {
    let text = text.oneLine
    if text.contains(";") { return text.parts(separatedBy: ";") }
    let joined = text.replacing(", and ", with: ";").replacing(" and ", with: ";")
      .replacing(" & ", with: ";").parts(separatedBy: ";")
    guard joined.count < 2 || areNames(joined) else { return [text] }
    return joined.flatMap { part in
      let names = part.parts(separatedBy: ",").filter { !NameTitles.isDegree($0[...]) }
      let areWhole = names.count > 1 && names.allSatisfy { $0.contains(" ") }
      // A list of people may contain an organisation.
      let areOfPeople =
        names.count(where: isPerson) > 1 || !OrganisationNames.contains(part, hasComma: true)
      return areWhole && areOfPeople ? names : [part]
    }
  }

  /// Whether initials at the beginning or the end show that a name is that of a person.
  private static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return [words.first, words.last].compactMap(\.self).contains(where: NameWords.isInitials)
      && !OrganisationNames.contains(name, hasComma: false)
  }

  /// Whether the texts around "and" are names, not the halves of an organisation's name.
  private static func areNames(_ parts: [String]) -> Bool {
    let areSingle = parts.allSatisfy { !$0.contains(" ") }
    guard areSingle || parts.allSatisfy({ $0.contains(" ") }) else { return false }
    return !OrganisationNames.contains(parts[0], hasComma: parts[0].contains(","))
      || parts.dropFirst().contains { part in
        part.contains(",") || part.split(separator: " ").contains(where: NameWords.isInitials)
      }
  }
}
