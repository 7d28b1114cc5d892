extension NameList {
  /// The words of a person's name that no comma divides.
  struct Words {
    let all: [Substring]
    let suffix: String
    let isInitials: [Bool]

    /// `nil` if the name is already divided, is a single word, or is not that of a person.
    init?(_ name: String) {
      let parts = name.utf8.contains(0x2C) ? name.parts(separatedBy: ",") : [name]
      guard let person = parts.first,
        parts.count == 1 || parts.count == 2 && NameWords.isSuffix(parts[1][...])
      else { return nil }
      var words = person.split(whereSeparator: \.isWhitespace)
      let last = NameWords.takeSuffix(&words)
      suffix = parts.count == 2 ? parts[1] : last
      // Some databases write O'Brien as two words.
      if words.count > 2, words[0] == "O", words.last.map(NameWords.isInitials) == true {
        words[0...1] = [person[words[0].startIndex..<words[1].endIndex]]
      }
      // The place of an organisation is in parentheses: "Mind (UK)".
      guard words.count > 1, words.last?.last != ")",
        !OrganisationNames.contains(name, hasComma: false),
        !words.contains(where: { NameWords.isAbbreviation($0) || !NameWords.mayBeOfPerson($0) })
      else { return nil }
      all = words
      isInitials = words.map(NameWords.isInitials)
    }

    /// The initials at the beginning.
    var leading: Int { isInitials.prefix { $0 }.count }
    /// The initials at the end.
    var trailing: Int { isInitials.reversed().prefix { $0 }.count }
    /// The words that are neither initials nor particles.
    var fullWords: Int {
      zip(all, isInitials).count { word, isInitials in !isInitials && !NameWords.isParticle(word) }
    }
    /// Whether the name has initials between other words: "John K Baird".
    var hasMiddleInitials: Bool { leading == 0 && trailing == 0 && isInitials.contains(true) }
    /// Whether initials in a row show that it has no other given names: "L A García Rodríguez",
    /// "García Rodríguez LA".
    var hasOnlyInitials: Bool {
      leading > 0
        ? trailing == 0 && NameWords.areAllGivenNames(all.prefix(leading))
        : trailing == 1 && NameWords.areAllGivenNames(all.suffix(1))
    }
    /// Whether the name begins with the particle of a family name: "de la Cruz Maria".
    var beginsWithParticle: Bool {
      all[0].first?.isLowercase == true && NameWords.isParticle(all[0])
        && NameWords.leadingFamily(all) < all.count
    }
    /// Whether particles show that all words after the first are its family name, regardless of the
    /// order of the other names: "Jan van der Berg".
    var endsWithParticles: Bool {
      isFull && all.count > 2 && all[1].first?.isLowercase == true && !NameWords.isParticle(all[0])
        && NameWords.trailingFamily(all) == all.count - 1
    }
    /// The number of words of the family name, if it comes first.
    var leadingFamily: Int {
      let one = NameWords.leadingFamily(all)
      let hasSecond = one < all.count - 1 && NameWords.isSpanishSurname(all[one])
      return hasSecond ? one + 1 : one
    }
    /// Whether a given name follows two Spanish family names, even if the other names of the record
    /// have only initials: "García Rodríguez Luis A".
    var hasGivenAfterTwoFamilies: Bool {
      let end = all.count - trailing
      guard end > 2, all.prefix(2).allSatisfy(NameWords.isSpanishSurname) else { return false }
      return all[2..<end].allSatisfy {
        !NameWords.isParticle($0) && !NameWords.isSpanishSurname($0)
      }
    }
    /// The number of words of the family name, if it comes last.
    ///
    /// A single Spanish one before another may also be a middle name: "Ann Garcia Lee".
    var trailingFamily: Int {
      let one = NameWords.trailingFamily(all)
      guard one == 1, all.count > 2, all.suffix(2).allSatisfy(NameWords.isSpanishSurname) else {
        return one
      }
      return 2
    }
    /// Whether the name has no initials.
    var isFull: Bool { !isInitials.contains(true) }

    func person(family: Range<Int>) -> PersonName {
      let given = all[..<family.lowerBound] + all[family.upperBound...]
      return PersonName(
        family: all[family].joined(separator: " "), given: given.joined(separator: " "),
        suffix: suffix)
    }
  }
}
