import JSON
import Literature

/// The schemas of answers as components of OpenAPI.
///
/// Generators of clients follow only references to `#/components/schemas/NAME`, so definitions
/// within a schema (`$defs`) become components too. Equal definitions of several schemas become
/// one.
struct SchemaComponents {
  /// The components by name.
  private(set) var schemas: [String: JSONValue] = [:]

  /// Takes the schemas of some names.
  init(_ names: [String]) {
    let answers = Set(names).sorted().compactMap { AnswerSchema($0) }
    var forms: [String: Set<String>] = [:]
    for answer in answers {
      for (name, definition) in answer.definitions {
        forms[name, default: []].insert(String(decoding: definition.encoded, as: UTF8.self))
      }
    }
    for answer in answers {
      // A name that has one meaning in all schemas is used as it is.
      func component(_ definition: String) -> String {
        let name = Self.capitalized(definition)
        return forms[definition]?.count == 1 ? name : Self.capitalized(answer.name) + name
      }
      for (name, definition) in answer.definitions {
        schemas[component(name)] = Self.rewritten(definition, component)
      }
      guard case .object(var members) = Self.rewritten(answer.json, component) else { continue }
      // Generators name types by the title, if there is one.
      for name in ["$schema", "$defs", "title"] { members[name] = nil }
      schemas[Self.name(answer.name)] = .object(members)
    }
  }

  /// The name of the component of a schema: `SearchResponse` for `search`.
  static func name(_ schema: String) -> String {
    let name = capitalized(schema)
    return name.hasSuffix("Request") ? name : name + "Response"
  }

  /// A reference to the component of a schema.
  static func reference(_ schema: String) -> JSONValue {
    ["$ref": .string("#/components/schemas/\(name(schema))")]
  }

  /// `FacetCount` for `facet_count`.
  private static func capitalized(_ name: String) -> String {
    name.split { $0 == "_" || $0 == "-" }
      .map(\.capitalizedFirst).joined()
  }

  private static func rewritten(
    _ value: JSONValue, _ component: (String) -> String
  ) -> JSONValue {
    switch value {
    // openapi-python-client 0.29 writes invalid code for an optional constant truth value.
    case .object(let members) where members["const"] == true: return ["type": "boolean"]
    case .object(let members):
      var result = members.mapValues { rewritten($0, component) }
      if case .string(let target)? = members["$ref"], target.hasPrefix("#/$defs/") {
        result["$ref"] = .string(
          "#/components/schemas/" + component(String(target.dropFirst("#/$defs/".count))))
      }
      return .object(result)
    case .array(let items): return .array(items.map { rewritten($0, component) })
    default: return value
    }
  }
}
