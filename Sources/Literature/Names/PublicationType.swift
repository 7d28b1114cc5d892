/// The names of publication types, such as “Review” or “Randomized Controlled Trial”.
package enum PublicationType {
  /// The keys of the types that a record states, separated by semicolons.
  package static func keys(in stated: String?) -> [String] {
    (stated ?? "").split(separator: ";").map { key(String($0)) }
  }

  /// The form of a name in which the names of different databases are equal: words in lower case,
  /// separated by spaces.
  package static func key(_ name: String) -> String {
    var key = name.lowercased().split { !$0.isLetter }.joined(separator: " ")
    // Few types contain it, and replacing takes longer than all the rest.
    if key.holds("randomised") { key = key.replacing("randomised", with: "randomized") }
    // The names of the type in Web of Science, and of the limit in Ovid.
    return key == "review article" || key == "review articles" ? "review" : key
  }
}
