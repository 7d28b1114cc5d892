import JSON
import Literature
import Query

extension Parameter {
  /// The JSON Schema of a value, for OpenAPI and MCP.
  public var valueSchema: JSONValue {
    var schema: [String: JSONValue] = [:]
    switch kind {
    case .text(let limit):
      schema = ["type": "string", "maxLength": .integer(limit)]
    case .integer(let range):
      schema = [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .flag: schema = ["type": "boolean"]
    case .choice(let words):
      schema = ["type": "string", "enum": .array(words.map { .string($0) })]
    case .codes(let facet):
      let codes = Vocabulary.standard.codes(of: facet) + [CodeFilter.none]
      schema = [
        "anyOf": [
          ["type": "string", "enum": .array(codes.map { .string($0) })],
          // A code that is excluded.
          ["type": "string", "pattern": "^-[a-z]"],
        ]
      ]
    case .years:
      // No year is before 0.
      let one = "(=|[<>]=|>|<(?!0000))?[0-9]{4}"
      let range = #"[0-9]{4}(\.\.|-)[0-9]{4}|[0-9]{4}\.\.|\.\.[0-9]{4}"#
      schema = ["type": "string", "pattern": .string("^(\(one)|\(range)|none)$")]
    }
    switch (kind, standard) {
    case (.integer, let value?): schema["default"] = Int(value).map { .integer($0) }
    case (_, let value?): schema["default"] = .string(value)
    case (.flag, nil): schema["default"] = false
    default: break
    }
    return .object(schema)
  }

  /// The JSON Schema of the parameter as a member of an object.
  public var schema: JSONValue {
    var schema: [String: JSONValue] = ["description": .string(summary)]
    if isRepeatable {
      schema["type"] = "array"
      schema["items"] = valueSchema
    } else if case .object(let members) = valueSchema {
      schema.merge(members) { old, _ in old }
    }
    return .object(schema)
  }

  /// The JSON Schema of the parameter under its other name.
  var aliasSchema: JSONValue {
    guard case .object(var members) = schema else { return schema }
    members["description"] = .string("Another name for \(name).")
    return .object(members)
  }

  /// The JSON Schema of an object of parameters: the body of a request, the input of a tool.
  public static func objectSchema(
    _ parameters: [Parameter], required: [Parameter] = []
  ) -> JSONValue {
    var properties = Dictionary(
      parameters.map { ($0.name, $0.schema) }, uniquingKeysWith: { $1 })
    for parameter in parameters {
      if let alias = parameter.alias { properties[alias] = parameter.aliasSchema }
    }
    return [
      "type": "object",
      "properties": .object(properties),
      "required": .array(required.map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }
}
