import JSON
import Retrieval

/// Something that a language model may call.
///
/// Each tool is a file in `Tools`, all of the same shape, and a line in ``standard``: what it takes
/// are rows of the table of parameters, what it gives is a schema of `docs/schema`.
public struct MCPTool: Sendable {
  /// The tools of this program; a new one is a line here.
  public static let standard: [MCPTool] = [
    .search, .getDocument, .similar, .listFacets, .evidenceMap,
  ]

  /// The name that it is called by.
  public let name: String
  /// A name for people.
  public let title: String
  /// What it does and when it is of use, for the model.
  public let description: String
  /// What it takes.
  public let parameters: [Parameter]
  /// What of that must be given.
  public let required: [Parameter]
  /// The schema of its answer: a name in `docs/schema`.
  public let schema: String
  private let respond: @Sendable (ParameterValues, ServiceContext) throws -> [UInt8]

  /// Describes a tool.
  ///
  /// - Parameter respond: the answer, whose JSON is valid by the schema.
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

  /// The answer to a call, as JSON text.
  ///
  /// - Throws: ``ServiceError`` and what the index throws.
  func answer(_ arguments: [String: JSONValue], _ context: ServiceContext) throws -> [UInt8] {
    let values = try ParameterReader(parameters).read(arguments)
    for parameter in required where !values.has(parameter) {
      throw ServiceError(
        .missingParameter, "\(name) needs the parameter \(parameter.name).",
        hint: parameter.summary)
    }
    return try respond(values, context)
  }

  /// What a client is told of it.
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
