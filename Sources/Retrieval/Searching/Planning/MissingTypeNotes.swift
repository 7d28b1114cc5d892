import Literature
import Query

/// Reports publication types that no document has, each with a usual type that was probably meant.
struct MissingTypeNotes {
  let snapshot: IndexSnapshot

  /// The most types that are reported.
  static let most = 10

  /// The notes on the types in a query, one sentence each.
  func notes(_ query: Query) throws -> [String] {
    let groups = Self.groups(query.tree)
    if query.syntax != .peerlit { return try notesOnTypes(of: groups) }
    var seen: Set<String> = []
    var notes: [String] = []
    for group in groups {
      for name in group.names {
        let key = PublicationType.key(name)
        // Databases name a type in several ways, and a search names all of them.
        if group.isAlternative, PublicationTypes.isUsual(key) { continue }
        guard notes.count < Self.most, seen.insert(key).inserted, try !isStated(key) else {
          continue
        }
        notes.append(Self.note(name, key))
      }
    }
    return notes
  }

  /// The note on a type with a key.
  static func note(_ name: String, _ key: String) -> String {
    let nearest = PublicationTypes.nearest(to: key).map { "; did you mean “\($0)”?" }
    return "No document has the publication type “\(name)”\(nearest ?? ".")"
  }

  /// Whether any document has a type.
  func isStated(_ key: String) throws -> Bool {
    snapshot.hasDocument(in: try snapshot.documents(ofType: key))
  }

  /// A single type, or types that are alternatives to each other.
  struct Group {
    let names: [String]
    /// Whether the types are alternatives to each other or to something else.
    let isAlternative: Bool
  }

  /// The types in a tree.
  private static func groups(_ tree: QueryTree, isAlternative: Bool = false) -> [Group] {
    switch tree {
    case .identifier(.type, let name):
      return [Group(names: [name], isAlternative: isAlternative)]
    case .or(let parts):
      var names: [String] = []
      var others: [Group] = []
      for part in parts {
        if case .identifier(.type, let name) = part {
          names.append(name)
        } else {
          others += groups(part, isAlternative: true)
        }
      }
      return (names.isEmpty ? [] : [Group(names: names, isAlternative: true)]) + others
    case .and(let parts): return parts.flatMap { groups($0, isAlternative: isAlternative) }
    case .not(let part): return groups(part, isAlternative: isAlternative)
    case .any(let should, let must, let not):
      return (should + must + not).flatMap { groups($0, isAlternative: isAlternative) }
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier, .filter, .field: return []
    }
  }
}
