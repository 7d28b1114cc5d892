import JSON
import Literature

/// The schema of a response: a file of `docs/schema`, embedded into the program.
public struct AnswerSchema: Sendable {
  /// The name of the file, without its extension.
  public let name: String
  /// The schema.
  public let json: JSONValue

  /// The schema with a name; `nil` if there is none.
  public init?(_ name: String) {
    guard let bytes = EmbeddedResource.bytes("schema/\(name).json"),
      let json = try? JSONValue(bytes)
    else { return nil }
    self.name = name
    self.json = json
  }

  /// The schema as a component of OpenAPI.
  var component: JSONValue {
    guard case .object(var members) = rewritten(json) else { return json }
    members["$schema"] = nil
    return .object(members)
  }

  private func rewritten(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      var result = members.mapValues(rewritten)
      if case .string(let target)? = members["$ref"] {
        result["$ref"] = .string(
          target.replacing("#/$defs/", with: "#/components/schemas/\(name)/$defs/"))
      }
      return .object(result)
    case .array(let items): return .array(items.map(rewritten))
    default: return value
    }
  }
}
