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

  /// The definitions that the schema refers to, by name.
  var definitions: [String: JSONValue] {
    if case .object(let definitions)? = json["$defs"] { definitions } else { [:] }
  }
}
