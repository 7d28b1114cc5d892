extension NameList.Words {
  /// Whether the family names of a list are in capitals: "LI Wei", "ZHANG Yan".
  ///
  /// One of them must have four letters, because "JK Rowling" has initials. All must have the form,
  /// because a single name in capitals may be that of an organisation.
  static func haveFamiliesInCapitals(_ names: [Self]) -> Bool {
    guard names.count > 1 else { return false }
    return names.allSatisfy { $0.familyInCapitals != nil }
      && names.contains { name in
        name.all.contains { isInCapitals($0) && !NameWords.isInitials($0) }
      }
  }

  /// The family name, if it is the only part in capitals: "DE LA CRUZ" in "Juan DE LA CRUZ".
  var familyInCapitals: Range<Int>? {
    let last = all.count - NameWords.trailingFamily(all)
    return [0..<NameWords.leadingFamily(all), last..<all.count].first { range in
      let others = all[..<range.lowerBound] + all[range.upperBound...]
      return all[range].contains(where: Self.isInCapitals)
        && all[range].allSatisfy { Self.isInCapitals($0) || NameWords.isParticle($0) }
        && others.contains { $0.contains(where: \.isLowercase) }
        && !others.contains(where: Self.isInCapitals)
    }
  }

  /// Whether a word has several letters, all of them capitals.
  private static func isInCapitals(_ word: Substring) -> Bool {
    word.count(where: \.isUppercase) > 1 && !word.contains { $0.isLetter && !$0.isUppercase }
  }
}
