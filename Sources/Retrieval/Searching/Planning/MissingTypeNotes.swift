import Literature
import Query

/// Reports publication types that no document has, each with a usual type that was probably meant.
struct MissingTypeNotes {
  let snapshot: IndexSnapshot

  /// The most types that are reported.
  static let most = 10

  /// The notes on the types in a query, one sentence each.
  func notes(_ query: Query) throws -> [String] {
    if query.syntax != .peerlit { return try notesOnTypes(of: query.tree) }
    var types: [(name: String, isAlternative: Bool)] = []
    Self.collect(query.tree, isAlternative: false, &types)
    var seen: Set<String> = []
    var notes: [String] = []
    for (name, isAlternative) in types {
      let key = PublicationType.key(name)
      // Databases name a type in several ways, and a search names all of them.
      if isAlternative, PublicationTypes.isUsual(key) { continue }
      guard notes.count < Self.most, seen.insert(key).inserted, try !isStated(key) else { continue }
      notes.append(Self.note(name, key))
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

  /// Adds the types in a tree, and whether each is an alternative.
  private static func collect(
    _ tree: QueryTree, isAlternative: Bool, _ types: inout [(name: String, isAlternative: Bool)]
  ) {
    switch tree {
    case .identifier(.type, let name): types.append((name, isAlternative))
    case .or(let parts): for part in parts { collect(part, isAlternative: true, &types) }
    case .and(let parts):
      for part in parts { collect(part, isAlternative: isAlternative, &types) }
    case .not(let part): collect(part, isAlternative: isAlternative, &types)
    case .any(let should, let must, let not):
      for part in should + must + not { collect(part, isAlternative: isAlternative, &types) }
    case .word, .phrase, .near, .pre, .prefix, .wildcard, .identifier, .filter, .field: break
    }
  }
}
