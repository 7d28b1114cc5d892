/// The base forms that an English word can be an inflection of.
///
/// `therapies` is a form of *therapy*, and `described` of *describe*, whereas `development` is a
/// word beside *develop*, although the stemmer gives both the same term.
struct Inflection {
  /// Words in -ing that are nouns, because they have a plural that occurs often: *meetings*.
  private var nouns: Set<String> = []

  /// How often the plural of a noun in -ing occurs, compared with its singular.
  private static let pluralShare = 0.1

  /// - Parameter rows: the words of an index that begin in the same way.
  init(_ rows: [WordForms.Row]) {
    let counts = Dictionary(rows.map { ($0.word, $0.count) }, uniquingKeysWith: max)
    for (word, count) in counts where word.hasSuffix("ing") {
      if let plural = counts[word + "s"], Double(plural) >= Self.pluralShare * Double(count) {
        nouns.insert(word)
      }
    }
  }

  /// The word and its possible base forms, most of which do not exist: `describe` and `describ` for
  /// `described`.
  func bases(of word: String) -> Set<String> {
    var found: Set<String> = [word]
    let word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
    found.insert(word)
    func remove(_ ending: String, _ shortest: Int, _ others: String...) {
      guard word.hasSuffix(ending), word.count >= shortest else { return }
      let base = String(word.dropLast(ending.count))
      for other in others { found.insert(base + other) }
    }
    /// `plan` for `planned`.
    func removeDoubled(_ ending: String) {
      guard word.hasSuffix(ending) else { return }
      let base = word.dropLast(ending.count)
      if base.count > 3, base.last == base.dropLast().last { found.insert(String(base.dropLast())) }
    }
    if !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") {
      remove("s", 4, "")
    }
    remove("ies", 5, "y")
    remove("es", 5, "")
    remove("ied", 5, "y")
    remove("ed", 5, "", "e")
    removeDoubled("ed")
    if !nouns.contains(word) {
      remove("ing", 6, "", "e")
      removeDoubled("ing")
    }
    return found
  }
}
