import JSON

/// The schemas of tools, short enough to be sent to a model with every conversation.
///
/// They list the arguments of a call and the parts of an answer. They leave out further limits of
/// the parameter table and the full schemas of answers in `docs/schema`.
enum ToolSchema {
  /// The parameters that a model needs: it never runs single lines of a strategy.
  static func brief(_ parameters: [Parameter]) -> [Parameter] {
    parameters.filter { $0 != .line }
  }

  /// The schema of a tool's arguments, with every parameter.
  ///
  /// `search` describes its parameters in full, with the codes of facets; other tools refer to it.
  static func input(_ tool: MCPTool) -> JSONValue {
    let isSearch = tool.name == "search"
    var properties: [String: JSONValue] = [:]
    for parameter in tool.parameters {
      let isShared = !isSearch && (Parameter.search + [.offsets]).contains(parameter)
      var schema = isShared ? type(parameter) : value(parameter)
      // Every value of a list is repeatable.
      let summary = parameter.summary.replacing(" (repeatable)", with: "")
      schema["description"] = .string(isShared ? "See search." : summary)
      guard let alias = parameter.alias else {
        properties[parameter.name] = .object(schema)
        continue
      }
      // Models and connectors use the longer name.
      properties[alias] = .object(schema)
      schema["description"] = .string("Another name for \(alias).")
      properties[parameter.name] = .object(schema)
    }
    var schema: [String: JSONValue] = [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
    ]
    let required = tool.required.map { JSONValue.string($0.name) }
    if !required.isEmpty { schema["required"] = .array(required) }
    return .object(schema)
  }

  private static func value(_ parameter: Parameter) -> [String: JSONValue] {
    guard case .object(var schema) = parameter.valueSchema else { return [:] }
    switch parameter.kind {
    case .text: schema["maxLength"] = nil
    case .flag: schema["default"] = nil
    case .years:
      schema["pattern"] = nil
      schema["type"] = ["string", "integer"]
    case .integer(let range):
      if range.lowerBound == 0 { schema["minimum"] = nil }
      if range.upperBound == Parameter.greatestNumber { schema["maximum"] = nil }
    case .codes:
      // Some clients need a type beside the alternatives.
      schema["anyOf"] = schema["anyOf"].map(untyped)
      schema["type"] = "string"
    case .choice: break
    }
    if schema["default"] == 0 || parameter.summary.contains("default:") { schema["default"] = nil }
    guard parameter.isRepeatable else { return schema }
    return ["type": listType(parameter), "items": .object(schema)]
  }

  /// Alternatives without their types: one beside them is enough.
  private static func untyped(_ alternatives: JSONValue) -> JSONValue {
    guard case .array(let schemas) = alternatives else { return alternatives }
    return .array(
      schemas.map { schema in
        guard case .object(var members) = schema else { return schema }
        members["type"] = nil
        return .object(members)
      })
  }

  private static func type(_ parameter: Parameter) -> [String: JSONValue] {
    guard parameter.isRepeatable else { return ["type": value(parameter)["type"] ?? "string"] }
    let item: JSONValue = parameter.kind == .years ? ["string", "integer"] : "string"
    return ["type": listType(parameter), "items": ["type": item]]
  }

  /// The types of a list: a single value will do.
  private static func listType(_ parameter: Parameter) -> JSONValue {
    parameter.kind == .years ? ["array", "string", "integer"] : ["array", "string"]
  }

  /// An outline of the schema of a tool's structured answer: the types of its members.
  ///
  /// Every value that is valid against the schema in `docs/schema` is valid against the outline.
  static func output(_ tool: MCPTool) -> JSONValue {
    guard case .object(let members)? = AnswerSchema(tool.schema)?.json["properties"] else {
      return ["type": "object"]
    }
    var properties: [String: JSONValue] = [:]
    for (name, member) in members where name != "format_version" {
      properties[name] = ["type": member["type"] ?? "object"]
    }
    if properties["results"] != nil {
      let texts = ["id", "title", "text", "url"].map { ($0, ["type": "string"] as JSONValue) }
      properties["results"] = [
        "type": "array",
        "items": [
          "type": "object", "properties": .object(Dictionary(uniqueKeysWithValues: texts)),
          "required": .array(texts.map { .string($0.0) }),
        ],
      ]
    }
    return ["type": "object", "properties": .object(properties)]
  }
}
