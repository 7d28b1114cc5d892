/// Splits a text that lists the names of people, as a person types it.
///
///     NameText.names("Ann Lee, Bo Chen and Cy Day")  // three names
///     NameText.names("Lee, Ann; Chen, Bo")           // two names with commas
///     NameText.names("Department of Health and Social Care")  // one name
package enum NameText {
  /// The names in their order, without forms of address and degrees.
  package static func names(_ text: String) -> [String] {
    split(text).map { NameTitles.removed(from: withoutMarks($0)) }
      .filter { !$0.isEmpty && !NameList.isOthers($0) }
  }

  /// A name without footnote marks ("J Roe*"), and without dots in place of further names ("J Roe…").
  private static func withoutMarks(_ name: String) -> String {
    if name.hasSuffix("...") { return name.dropLast(3).trimmed }
    let marks = name.reversed().prefix { "…*†‡§¶".contains($0) }.count
    return marks == 0 ? name : name.dropLast(marks).trimmed
  }

  /// A list without “et al.” or “and others” at its end: "Lee A et al.".
  private static func withoutOthers(_ list: String) -> String {
    let folded = list.lowercased()
    guard let words = [" et al.", " et al", " and others"].first(where: { folded.hasSuffix($0) })
    else { return list }
    let rest = list.dropLast(words.count).trimmed
    return rest.hasSuffix(",") ? String(rest.dropLast()) : rest
  }

  /// The names in a list with commas between and within them; `nil` for other lists.
  ///
  /// Such lists are in the style of the APA: "Lee, A., Roe, B. C., & Day, D."
  private static func inverted(_ list: String) -> [String]? {
    let parts = list.replacing(" & ", with: ", ").replacing(" and ", with: ", ")
      .parts(separatedBy: ",")
    guard parts.count > 3, parts.count % 2 == 0 else { return nil }
    let names = stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
    guard names.allSatisfy({ !areInitials($0.0) && areInitials($0.1) }) else { return nil }
    return names.map { "\($0.0), \($0.1)" }
  }

  private static func areInitials(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy(NameWords.isInitials)
  }

  /// Semicolons always separate names; "and" and commas only if whole names are between them.
  private static func split(_ text: String) -> [String] {
    let text = withoutOthers(text.oneLine)
    if text.contains(";") { return text.parts(separatedBy: ";") }
    if let names = inverted(text) { return names }
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
