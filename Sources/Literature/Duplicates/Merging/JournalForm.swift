/// The name and the abbreviation of a journal that two records write differently.
struct JournalForm {
  /// The full name, in the usual letter case if one record has it.
  private(set) var name: String
  /// The form that abbreviates the other; `nil` if neither does.
  private(set) var abbreviation: String?

  /// Combines two forms of a name; the first is kept if they have nothing in common.
  init(_ name: String, _ other: String) {
    self.name = name
    let (own, new) = (Self.words(of: name), Self.words(of: other))
    if own == new {
      // Journals are names: "Journal of Infectious Diseases", not "Journal of infectious diseases".
      let hasMore = Self.capitals(in: other) > Self.capitals(in: name)
      let isUsual = other.contains(where: \.isLowercase)
      if isUsual, hasMore || TextForm.isInCapitals(name) { self.name = other }
    } else if Self.isShortened(own, from: new) {
      self.name = other
      abbreviation = name
    } else if Self.isShortened(new, from: own) {
      abbreviation = other
    }
  }

  /// Whether one name abbreviates the other; "Gut" does not abbreviate "Gut: a journal of …".
  private static func isShortened(_ short: [String], from long: [String]) -> Bool {
    short.joined().count < long.joined().count && !Set(short).isSubset(of: long)
      && JournalNames.abbreviates(short, long)
  }

  private static func capitals(in name: String) -> Int { name.count(where: \.isUppercase) }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !JournalNames.smallWords.contains($0) }
  }
}
