import JSON

/// A tool that a language model can call.
///
/// Each tool is a file in `Tools`, all of the same shape, and a line in ``standard``. Its
/// parameters are rows of the parameter table, and its structured answer has a schema in
/// `docs/schema`.
public struct MCPTool: Sendable {
  /// The tools of this program; add new ones here.
  public static let standard: [MCPTool] = [
    .search, .fetch, .getDocument, .similar, .listFacets, .evidenceMap,
  ]

  /// The data from which a tool answers a call.
  struct Input {
    /// The values of the arguments.
    var values: ParameterValues
    /// The context that all requests share.
    var context: ServiceContext
    /// The address of the server's pages; `nil` if there is no server.
    var pages: String?
  }

  /// The name by which clients call it.
  public let name: String
  /// A human-readable name.
  public let title: String
  /// The purpose of the tool and when to use it, for the model.
  public let description: String
  /// The parameters that it accepts.
  public let parameters: [Parameter]
  /// The parameters that are required.
  public let required: [Parameter]
  /// The schema of the structured answer: a name in `docs/schema`.
  public let schema: String
  private let respond: @Sendable (Input) throws -> ToolAnswer

  /// Describes a tool.
  ///
  /// - Parameter respond: returns the answer, whose structured JSON is valid against the schema.
  init(
    _ name: String, title: String, _ description: String, parameters: [Parameter],
    required: [Parameter] = [], schema: String,
    respond: @escaping @Sendable (Input) throws -> ToolAnswer
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.parameters = parameters
    self.required = required
    self.schema = schema
    self.respond = respond
  }

  /// The answer to a call.
  ///
  /// - Throws: ``ServiceError`` and what the index throws.
  func answer(
    _ arguments: [String: JSONValue], _ context: ServiceContext, pages: String?
  ) throws -> ToolAnswer {
    let values = try ParameterReader(parameters, isLenient: true).read(arguments)
    for parameter in required where !values.has(parameter) {
      throw ServiceError(
        .missingParameter, "Missing parameter \(parameter.alias ?? parameter.name) of \(name).",
        hint: parameter.summary)
    }
    return try respond(Input(values: values, context: context, pages: pages))
  }
}
