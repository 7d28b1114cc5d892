/// The words that make up the names of people.
package enum NameWords {
  /// Abbreviations that end the names of organisations.
  private static let abbreviations: Set<Substring> = [
    "UK", "USA", "US", "EU", "UN", "NHS", "WHO", "CDC", "NIH", "HIV", "HCV", "HBV", "VA",
  ]

  /// Words that begin a family name, in lower case.
  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la",
    "le", "ter", "ten", "al", "el", "bin", "ibn", "zu", "zur", "af", "av", "st", "st.", "'t",
    "o'", "o’", "d'", "d’", "l'", "l’", "dell'", "dell’",
  ]

  /// Whether a word is one to three initials: "J", "J.", "JK", "J.-P.", "J.K.".
  package static func isInitials(_ word: Substring) -> Bool {
    let letters = word.filter { $0 != "." && $0 != "-" }
    return (1...3).contains(letters.count)
      && letters.allSatisfy { $0.isLetter && $0.isUppercase } && !abbreviations.contains(word)
  }

  /// Whether initials are those of several given names, none of which is written out: "LA", "L A",
  /// but not "J.-P." or "MD".
  static func areAllGivenNames(_ initials: some Collection<Substring>) -> Bool {
    let count = initials.reduce(0) { $0 + ($1.contains("-") ? 1 : $1.count(where: \.isLetter)) }
    return count > 1 && !initials.contains(where: NameTitles.isDegree)
  }

  /// Whether a word is an abbreviation that is part of the name of an organisation.
  static func isAbbreviation(_ word: Substring) -> Bool { abbreviations.contains(word) }

  /// Whether a word may be part of a person's name: it has no digit, and begins with a capital
  /// unless it begins a family name.
  static func mayBeOfPerson(_ word: Substring) -> Bool {
    let isLower = word.first { $0.isLetter }?.isLowercase == true
    return !word.contains(where: \.isNumber)
      && (!isLower || isParticle(word) || word.contains(where: \.isUppercase))
  }

  /// Whether a word begins a family name: "van" in "van der Berg", "De" in "De Silva".
  static func isParticle(_ word: Substring) -> Bool {
    particles.contains(word.lowercased())
  }

  /// Whether a word follows a name: "Jr", "III".
  package static func isSuffix(_ word: Substring) -> Bool {
    let word = word.last == "." ? word.dropLast() : word
    return ["Jr", "JR", "Sr", "SR", "II", "III", "IV", "2nd", "3rd", "4th"].contains(word)
  }

  /// Removes the suffix at the end of a name of more than two words, and returns it; empty if there
  /// is none.
  package static func takeSuffix(_ words: inout [some StringProtocol]) -> String {
    guard words.count > 2, let last = words.last, isSuffix(Substring(last)) else { return "" }
    words.removeLast()
    return String(last)
  }

  /// The number of words of the family name at the beginning of a name: its particles and a word.
  static func leadingFamily(_ words: some Collection<Substring>) -> Int {
    let particles = words.prefix(while: isParticle).count
    return min(particles + 1, words.count)
  }

  /// The number of words of the family name at the end of a name: a word and the particles before.
  static func trailingFamily(_ words: some BidirectionalCollection<Substring>) -> Int {
    words.isEmpty ? 0 : 1 + words.dropLast().reversed().prefix(while: isParticle).count
  }
}
