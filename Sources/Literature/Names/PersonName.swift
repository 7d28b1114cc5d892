/// The name of an author or editor, divided into the parts that reference managers store
/// separately.
///
///     PersonName("Holloway R G")     // family "Holloway", given "R G"
///     PersonName("E J Reimer")       // family "Reimer", given "E J"
///     PersonName("Smith, John, Jr")  // family "Smith", given "John", suffix "Jr"
///     PersonName("Mind")             // family "Mind", no given name: an organisation
///
/// A name without a comma is divided only if initials show which part is which. ``NameList`` also
/// uses the other names of a list.
package struct PersonName: Sendable, Equatable {
  /// The family name with its particles; the whole name if `given` is empty.
  package let family: String
  /// Given names or initials, as the source writes them.
  package var given = ""
  /// "Jr", "III".
  package var suffix = ""

  /// Whether the name is undivided: an organisation, or a person whose name could not be divided.
  package var isWhole: Bool { given.isEmpty }

  /// Whether the name is that of an organisation: an undivided name of one word, or with a word
  /// such as "Trust".
  package var isOrganisation: Bool {
    isWhole && (!family.contains(" ") || OrganisationNames.contains(family, hasComma: false))
  }

  /// "Family, Given, Suffix", as in RIS; the whole name if it is undivided.
  package var inverted: String {
    [family, given, suffix].joinedNonEmpty(separator: ", ")
  }

  /// "Family, Given, Suffix" from the parts that a record has; `nil` if it has none.
  package static func inverted(
    _ family: String?, _ given: String?, _ suffix: String? = nil
  ) -> String? {
    let parts = PersonName(family: family ?? "", given: given ?? "", suffix: suffix ?? "")
    return parts.inverted.isEmpty ? nil : parts.inverted
  }

  /// The initials of the given names: "R" and "G" for both "Robert G" and "RG".
  package var initials: [String] { Self.initials(of: given[...]) }

  /// The initials of some given names.
  static func initials(of given: Substring) -> [String] {
    given.split { $0 == " " || $0 == "." }.flatMap { word -> [String] in
      if word.count <= 3, word.allSatisfy({ $0.isLetter && $0.isUppercase }) {
        return word.map(String.init)
      }
      return word.split(separator: "-").compactMap { $0.first { $0.isLetter }?.uppercased() }
    }
  }

  /// The given names with initials separated and each followed by a full stop.
  ///
  /// Citation programs need it to distinguish initials from a name: "JK" becomes "J. K.".
  package var spacedGiven: String {
    given.split(separator: " ").map { word in
      let letters = word.filter { $0 != "." }
      guard letters.count <= 3, letters.allSatisfy({ $0.isLetter && $0.isUppercase }) else {
        return String(word)
      }
      return letters.map { "\($0)." }.joined(separator: " ")
    }.joined(separator: " ")
  }

  /// Divides a name.
  package init(_ name: String) {
    let name = name.oneLine
    let parts = name.parts(separatedBy: ",")
    if parts.count > 1 {
      let isBody = OrganisationNames.contains(name, hasComma: true)
      self = isBody ? PersonName(whole: name) : PersonName(parts)
    } else {
      let name = parts.first ?? name
      let isBody = OrganisationNames.contains(name, hasComma: false)
      self =
        (isBody ? nil : PersonName(words: name.split(separator: " "))) ?? PersonName(whole: name)
    }
  }

  private init(whole: String) {
    family = whole
  }

  private init(
    _ family: some Collection<Substring>, _ given: some Collection<Substring>, _ suffix: String
  ) {
    self.family = family.joined(separator: " ")
    self.given = given.joined(separator: " ")
    self.suffix = suffix
  }

  /// Creates a name from its parts.
  package init(family: String, given: String = "", suffix: String = "") {
    self.family = family
    self.given = given
    self.suffix = suffix
  }

  /// Divides a name with commas: family, given, and a suffix in any position.
  private init(_ parts: [String]) {
    let suffix = parts.dropFirst().first { NameWords.isSuffix($0[...]) }
    var rest = parts
    if let suffix, let index = rest.lastIndex(of: suffix) { rest.remove(at: index) }
    // "Lee A, Jr"
    let undivided = rest.count == 1 ? PersonName(words: rest[0].split(separator: " ")) : nil
    family = undivided?.family ?? rest[0]
    var words = rest.dropFirst().joined(separator: ", ").split(separator: " ")
    self.suffix = suffix ?? ""
    if suffix == nil, words.count > 1, let last = words.last, NameWords.isSuffix(last) {
      self.suffix = String(last)
      words.removeLast()
    }
    given = undivided?.given ?? words.joined(separator: " ")
  }

  /// Divides a name without a comma; `nil` if no initials show how.
  private init?(words: [Substring]) {
    var words = words
    let suffix = NameWords.takeSuffix(&words)
    guard words.count > 1 else { return nil }
    let kinds = words.map(NameWords.isInitials)
    if kinds.allSatisfy(\.self) {
      // "LI J" or "J LI": the word of several letters is the family name.
      let lengths = words.map { $0.count(where: \.isLetter) }
      if lengths[0] > 1, lengths.dropFirst().allSatisfy({ $0 == 1 }) {
        self.init([words[0]], Array(words.dropFirst()), suffix)
      } else if let last = lengths.last, last > 1, lengths.dropLast().allSatisfy({ $0 == 1 }) {
        self.init(words.suffix(1), words.dropLast(), suffix)
      } else {
        return nil
      }
      return
    }
    let leading = kinds.prefix { $0 }.count
    let trailing = kinds.reversed().prefix { $0 }.count
    guard let lastInitial = kinds.lastIndex(of: true) else { return nil }
    let after = words.count - lastInitial - 1
    var family = NameWords.trailingFamily(words[leading...])
    // "L A García Rodríguez"
    if after == family + 1, NameWords.areAllGivenNames(words.prefix(leading)) { family = after }
    if leading > 0, leading == lastInitial + 1, after - family < Self.mostFamilyWords,
      words.allSatisfy(NameWords.mayBeOfPerson)
    {
      // "J van der Berg", "C Michael Stein"
      self.init(words.suffix(family), words.dropLast(family), suffix)
    } else if trailing > 0, leading == 0, kinds.dropLast(trailing).allSatisfy({ !$0 }) {
      // "van der Berg J"; but "Robbins Michael S" may have two family names or two given names.
      let family = words.dropLast(trailing)
      guard
        NameWords.leadingFamily(family) == family.count
          || trailing == 1 && NameWords.areAllGivenNames(words.suffix(1))
      else { return nil }
      self.init(Array(family), words.suffix(trailing), suffix)
    } else if trailing == 0, leading == 0, (1...Self.mostFamilyWords).contains(after) {
      // "John K. Baird"
      self.init(Array(words[(lastInitial + 1)...]), Array(words[...lastInitial]), suffix)
    } else {
      return nil
    }
  }

  /// "van der Berg" has three words.
  private static let mostFamilyWords = 3
}
