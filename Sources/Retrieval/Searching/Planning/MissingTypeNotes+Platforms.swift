import Literature
import Query

/// Publication types in searches of other platforms, to which their other names and the narrower
/// types were added as alternatives.
extension MissingTypeNotes {
  /// A type as it was written, and the keys of the types that stand for it.
  struct WrittenType {
    let name: String
    var keys: [String]
  }

  /// The notes on types for which no document has any of their names.
  func notesOnTypes(of groups: [Group]) throws -> [String] {
    var seen: Set<String> = []
    var notes: [String] = []
    for type in groups.flatMap({ Self.writtenTypes($0.names) }) {
      // A type that is a study design also finds documents in whose text it was recognised.
      guard notes.count < Self.most, let key = type.keys.first, seen.insert(key).inserted,
        PublicationTypes.codes(type.name, isExploded: true).isEmpty,
        try !type.keys.contains(where: isStated)
      else { continue }
      notes.append(Self.note(type.name, key))
    }
    return notes
  }

  /// Alternatives, each with those after it that are its other names or narrower types.
  private static func writtenTypes(_ names: [String]) -> [WrittenType] {
    var types: [WrittenType] = []
    var owners: [String: Int] = [:]
    for name in names {
      let key = PublicationType.key(name)
      if let owner = owners[key] {
        types[owner].keys.append(key)
        continue
      }
      let added =
        PublicationTypes.otherNames(name) + PublicationTypes.narrower(name, isExploded: true)
      for other in [key] + added where owners[other] == nil { owners[other] = types.count }
      types.append(WrittenType(name: name, keys: [key]))
    }
    return types
  }
}
