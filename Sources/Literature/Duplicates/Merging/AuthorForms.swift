/// The authors of a work from two records, of which one may have initials instead of given names or
/// lack the last authors.
enum AuthorForms {
  /// The names of the first list with given names in full and the missing last authors, where the
  /// other has them; the first list, if the two do not agree person by person.
  static func combined(_ names: [String], _ others: [String]) -> [String] {
    if names == others { return names }
    let (own, new) = (withoutPlaceholder(names), withoutPlaceholder(others))
    guard !own.isEmpty, !new.isEmpty else { return names }
    var combined: [String] = []
    for (name, other) in zip(own, new) {
      guard let best = fuller(name, other) else { return names }
      combined.append(best)
    }
    let rest = own.count > new.count ? own.dropFirst(new.count) : new.dropFirst(own.count)
    if own.count >= new.count, names.count > own.count { return combined + rest + names.suffix(1) }
    return combined + rest
  }

  /// The fuller of two forms of a name; `nil` if they are different people.
  private static func fuller(_ name: String, _ other: String) -> String? {
    let (own, new) = (PersonName(name), PersonName(other))
    guard letters(of: own.family) == letters(of: new.family) else { return nil }
    let (initials, others) = (own.initials, new.initials)
    guard initials.starts(with: others) || others.starts(with: initials) else { return nil }
    let (length, otherLength) = (letters(of: own.given).count, letters(of: new.given).count)
    if length != otherLength { return length > otherLength ? name : other }
    // "Koh, Gckw" has lost the capitals of its initials.
    if others.count != initials.count { return initials.count > others.count ? name : other }
    let isInCapitals = own.family.count > 3 && !own.family.contains(where: \.isLowercase)
    return isInCapitals && new.family.contains(where: \.isLowercase) ? other : name
  }

  private static func letters(of name: String) -> String { name.lowercased().filter(\.isLetter) }

  /// A list without "et al." at its end.
  private static func withoutPlaceholder(_ names: [String]) -> ArraySlice<String> {
    names.last.map(NameList.isOthers) == true ? names.dropLast() : names[...]
  }
}
