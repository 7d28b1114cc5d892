/// The names of a record; some of them show how to divide the others.
///
///     NameList.divided(["Robbins Michael S", "Hogue Aaron"])
///     // "Robbins, Michael S", "Hogue, Aaron": the first name ends with an initial
///     NameList.divided(["Marie R Griffin", "C Michael Stein"])
///     // "Griffin, Marie R", "Stein, C Michael": the second name begins with an initial
///
/// Names are rewritten as "Family, Given, Suffix"; a name stays as it is if its order is unknown.
package enum NameList {
  /// The order of names without a comma.
  package enum Order {
    /// Unknown: only initials show it.
    case unknown
    /// Given names come first, as in bylines, unless initials show the opposite.
    case givenFirst
    /// Family names come first, and only initials follow, as in MEDLINE.
    case familyAndInitials
  }

  /// Rewrites the names that the other names of the list show how to divide.
  package static func divided(_ names: [String], order: Order = .unknown) -> [String] {
    let written = names.contains(where: hasUnusualComma) ? names.map(withUsualCommas) : names
    // Nearly all sources write "Family, Given".
    if written.allSatisfy({ $0.utf8.count { $0 == 0x2C } == 1 && !endsInSuffix($0) }) {
      return written
    }
    let names = written.filter { !$0.isEmpty && !isOthers($0) }
    let people = names.map(Words.init)
    let known = people.compactMap(\.self)
    if Words.haveFamiliesInCapitals(known) {
      return zip(names, people).map { name, words in
        guard let words, let family = words.familyInCapitals else { return suffixLast(name) }
        return words.person(family: family).inverted
      }
    }
    guard let order = Direction(known, order) else { return names.map(suffixLast) }
    return zip(names, people).map { name, words in
      guard let words else { return suffixLast(name) }
      return (order.divide(words) ?? PersonName(name)).inverted
    }
  }

  /// Whether a comma ends a name, as in EBSCOhost ("Lee, Ann,"), or has no space after it, as in
  /// Reference Manager ("Lee,A.").
  private static func hasUnusualComma(_ name: String) -> Bool {
    guard let comma = name.utf8.firstIndex(of: 0x2C) else { return false }
    let next = name.utf8.index(after: comma)
    guard next < name.utf8.endIndex else { return true }
    // "1,000 Voices" is the name of an organisation.
    let isSpaced = name.utf8[next] == 0x20 || name.utf8[next].isDigit
    return name.utf8.last == 0x2C || !isSpaced
  }

  private static func withUsualCommas(_ name: String) -> String {
    guard hasUnusualComma(name) else { return name }
    // A combining mark after a comma makes another character of it, but a damaged name can begin so.
    let parts = name.unicodeScalars.split(separator: ",").map { Substring($0).trimmed }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether only a suffix follows the comma: "Lee A, Jr".
  private static func endsInSuffix(_ name: String) -> Bool {
    // Very few names in a large library have a suffix.
    guard let end = name.utf8.last, endsOfSuffixes.contains(end),
      let comma = name.lastIndex(of: ",")
    else { return false }
    return NameWords.isSuffix(name[name.index(after: comma)...].trimmed[...])
  }

  private static let endsOfSuffixes = Set("rR.IVdh".utf8)

  /// "King, Jr., Martin Luther" as "King, Martin Luther, Jr.".
  private static func suffixLast(_ name: String) -> String {
    guard name.utf8.contains(0x2C) else { return name }
    let parts = name.split(separator: ",").map { $0.trimmed }
    guard parts.count == 3, NameWords.isSuffix(parts[1][...]) else { return name }
    return PersonName(name).inverted
  }

  /// Whether a name is a placeholder for further authors: "et al.".
  package static func isOthers(_ name: String) -> Bool {
    name.utf8.count <= 10
      && ["et al", "et al.", "and others", "others", "...", "…"].contains(name.lowercased())
  }

  /// The order of the names in a list, as far as they show it.
  fileprivate struct Direction {
    private let isFamilyFirst: Bool
    /// Whether full given names occur, so that a name with two words and initials has one family
    /// name; `nil` if nothing shows it.
    private let hasFullGiven: Bool?
    /// Whether a name with initials has several other words: "Robbins Michael S".
    private let hasLongNames: Bool

    /// `nil` if nothing shows the order, or if the names contradict each other.
    init?(_ names: [Words], _ order: Order) {
      let people = names.filter { $0.leading < $0.all.count }
      let familyFirst = people.filter { $0.trailing > 0 && $0.leading == 0 }
      let givenFirst = people.filter { $0.leading > 0 && $0.trailing == 0 }
      let others = people.filter { $0.isFull || $0.hasMiddleInitials }
      if order == .familyAndInitials {
        isFamilyFirst = true
        hasFullGiven = false
        hasLongNames = false
        return
      }
      if !familyFirst.isEmpty, !givenFirst.isEmpty { return nil }
      let hasGivenFirst =
        !givenFirst.isEmpty || order == .givenFirst || others.contains(where: \.hasMiddleInitials)
      // Particles are considered last, because initials are better evidence.
      isFamilyFirst =
        !familyFirst.isEmpty || !hasGivenFirst && people.contains(where: \.beginsWithParticle)
      guard isFamilyFirst || hasGivenFirst else { return nil }
      let marked = familyFirst + givenFirst
      let long = marked.count { $0.fullWords > 1 }
      let short = marked.count - long
      hasLongNames = long > 0
      let areOnlyInitials = short > 0 || marked.contains(where: \.hasOnlyInitials)
      hasFullGiven = !others.isEmpty ? true : areOnlyInitials ? false : long > 1 ? true : nil
    }

    /// `nil` if the name can't be divided.
    func divide(_ words: Words) -> PersonName? {
      let count = words.all.count
      guard words.leading < count else { return nil }
      if isFamilyFirst {
        // "Paul J Lee" beside "Parsons A" has its family name last.
        if words.hasMiddleInitials, !hasLongNames { return nil }
        if words.endsWithParticles { return words.person(family: 1..<count) }
        let length = count - words.trailing
        guard words.fullWords > 1, words.trailing > 0 else {
          return words.person(family: 0..<min(words.leadingFamily, count - 1))
        }
        if let hasFullGiven {
          let hasGiven = hasFullGiven || words.hasGivenAfterTwoFamilies
          return words.person(family: 0..<(hasGiven ? words.leadingFamily : length))
        }
        let hasTwo = words.leadingFamily > NameWords.leadingFamily(words.all)
        return hasTwo ? words.person(family: 0..<words.leadingFamily) : nil
      }
      if words.hasMiddleInitials { return nil }
      let isCompound = words.leading > 0 && hasFullGiven == false
      let family = isCompound ? count - words.leading : words.trailingFamily
      // "van der Berg" alone is a family name without a given name.
      return family < count ? words.person(family: (count - family)..<count) : nil
    }
  }
}
