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
    // The names of the type in Web of Science, and of the limits in Ovid.
    return switch key {
    case "review article", "review articles": "review"
    case "systematic reviews": "systematic review"
    default: key
    }
  }

  // MARK: The tree of MeSH

  /// The types that MeSH arranges below one, in the order of its tree: for `clinical trial`, its
  /// phases, `randomized controlled trial` and others; each by its key.
  package static func narrower(than key: String) -> [String] { narrowerKeys[key] ?? [] }

  /// Whether MeSH has a type that articles can have.
  ///
  /// - Parameter key: the key of the type.
  package static func isInMeSH(_ key: String) -> Bool { narrowerKeys[key] != nil }

  /// The keys of all types that MeSH has.
  package static var keysInMeSH: [String] { Array(narrowerKeys.keys) }

  private static let narrowerKeys: [String: [String]] = {
    let rows = Table(named: "publication-types.tsv").rows.map {
      (key: key($0["type"]), number: $0["tree"])
    }
    var narrower: [String: [String]] = [:]
    for row in rows {
      var below = narrower[row.key] ?? []
      for other in rows where other.number.hasPrefix(row.number + ".") {
        if !below.contains(other.key) { below.append(other.key) }
      }
      narrower[row.key] = below
    }
    return narrower
  }()
}
