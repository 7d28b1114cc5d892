import JSON
import Retrieval

/// A tool that a language model can call.
///
/// Each tool has a file in `Tools` and a line in ``standard``. Its parameters are rows of the
/// parameter table, and its result has a schema in `docs/schema`.
public struct MCPTool: Sendable {
  /// The tools of this program; add new ones here.
  public static let standard: [MCPTool] = [
    .search, .getDocument, .similar, .listFacets, .evidenceMap,
  ]

  /// The name.
  public let name: String
  /// A human-readable name.
  public let title: String
  /// The purpose of the tool and when to use it, for the model.
  public let description: String
  /// The parameters.
  public let parameters: [Parameter]
  /// The parameters that are required.
  public let required: [Parameter]
  /// The schema of the result: a name in `docs/schema`.
  public let schema: String
  private let respond: @Sendable (ParameterValues, ServiceContext) throws -> [UInt8]

  /// Describes a tool.
  ///
  /// - Parameter respond: returns the result, whose JSON is valid against the schema.
  init(
    _ name: String, title: String, _ description: String, parameters: [Parameter],
    required: [Parameter] = [], schema: String,
    respond: @escaping @Sendable (ParameterValues, ServiceContext) throws -> any Encodable
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.parameters = parameters
    self.required = required
    self.schema = schema
    self.respond = { values, context in try JSONText.bytes(respond(values, context)) }
  }

  /// The result of a call, as JSON text.
  ///
  /// - Throws: ``ServiceError`` and what the index throws.
  func answer(_ arguments: [String: JSONValue], _ context: ServiceContext) throws -> [UInt8] {
    let values = try ParameterReader(parameters).read(arguments)
    for parameter in required where !values.has(parameter) {
      throw ServiceError(
        .missingParameter, "Missing parameter \(parameter.name) of \(name).",
        hint: parameter.summary)
    }
    return try respond(values, context)
  }

  /// The description for clients.
  var json: JSONValue {
    [
      "name": .string(name), "title": .string(title), "description": .string(description),
      "inputSchema": Parameter.objectSchema(parameters, required: required),
      "outputSchema": AnswerSchema(schema)?.json ?? ["type": "object"],
      "annotations": [
        "title": .string(title), "readOnlyHint": true, "destructiveHint": false,
        "idempotentHint": true, "openWorldHint": false,
      ],
    ]
  }
}
