import Literature

/// The members that a part of an Office Open XML file refers to, by the IDs of the relations
/// (ECMA-376, part 2, section 6.5).
struct OfficeRelations {
  /// A relation.
  struct Relation {
    /// The last word of its type: "slide", "notesSlide", "worksheet".
    var type: String
    /// Name of the member.
    var target: String
  }

  private var relations: [String: Relation] = [:]

  /// Reads the relations of a member, if it has any.
  init(_ members: PackedText, of member: String) throws(ReadError) {
    let folder = member.split(separator: "/").dropLast().map(String.init)
    let name = member.split(separator: "/").last ?? ""
    let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    let found = try members.xml(path) { root in
      root.children("Relationship").compactMap { relation -> (String, Relation)? in
        guard let id = relation.attribute("Id"), let target = relation.attribute("Target") else {
          return nil
        }
        let type = relation.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
        return (id, Relation(type: type, target: Self.resolve(target, folder)))
      }
    }
    relations = Dictionary(found ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// The target member of a relation.
  subscript(id: String?) -> String? { id.flatMap { relations[$0]?.target } }

  /// The first member of a type.
  func first(ofType type: String) -> String? {
    relations.values.filter { $0.type == type }.map(\.target).min()
  }

  private static func resolve(_ target: String, _ folder: [String]) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : PackedText.resolve(target, in: folder)
  }
}
