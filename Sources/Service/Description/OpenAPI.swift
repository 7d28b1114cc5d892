import JSON
import Literature

/// The OpenAPI 3.1 description of a route table.
///
/// It is generated from the tables that parse requests and from `docs/schema`.
public struct OpenAPI: Sendable {
  private let table: RouteTable
  private let version: String

  /// Describes a table of routes.
  public init(_ table: RouteTable, version: String) {
    self.table = table
    self.version = version
  }

  /// The description.
  public var json: JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for route in table.routes where route.isForPrograms {
      paths[route.path, default: [:]][route.method.lowercased()] = operation(route)
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "peerlit", "version": .string(version),
        "summary": "Searches the literature on peer support.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "paths": .object(paths.mapValues { .object($0) }),
      "components": ["schemas": .object(schemas)],
    ]
  }

  private func operation(_ route: Route) -> JSONValue {
    var operation: [String: JSONValue] = [
      "operationId": .string(Self.name(route)), "summary": .string(route.summary),
      "description": .string(Self.rules(route)),
      "responses": .object(responses(route)),
    ]
    let inPath = route.pathNames.map { name -> JSONValue in
      [
        "name": .string(name), "in": "path", "required": true,
        "schema": ["type": "string", "minLength": 1],
      ]
    }
    switch route.body {
    case .none:
      operation["parameters"] = .array(inPath + route.parameters.map { parameter($0, of: route) })
    case .parameters:
      operation["parameters"] = .array(inPath)
      operation["requestBody"] = body(
        "application/json",
        Parameter.objectSchema(route.parameters, required: route.required))
    case .raw(let type, let schema):
      operation["parameters"] = .array(inPath + route.parameters.map { parameter($0, of: route) })
      operation["requestBody"] = body(type, reference(schema))
    }
    return .object(operation)
  }

  /// Rules of a route that its schema cannot express.
  private static func rules(_ route: Route) -> String {
    let limits = ServiceLimits()
    var rules = [
      "The address must not be longer than \(limits.target) bytes, "
        + "nor address and headers than \(limits.headers)."
    ]
    if case .none = route.body {
    } else {
      rules.append("The body must not be larger than \(limits.body) bytes.")
    }
    for facet in FacetDefinition.counts {
      let bounds = Parameter.filters(of: facet.name)
      guard let least = bounds.first, let most = bounds.last, route.parameters.contains(least)
      else { continue }
      rules.append("\(least.name) must not be larger than \(most.name).")
    }
    if route.parameters.contains(.id) {
      rules.append("id can't be combined with a query or filters.")
    }
    if route.parameters.contains(.explain) {
      rules.append("A query or a filter is required.")
    }
    return rules.joined(separator: " ")
  }

  private func body(_ type: String, _ schema: JSONValue) -> JSONValue {
    ["required": true, "content": .object([type: ["schema": schema]])]
  }

  private func parameter(_ parameter: Parameter, of route: Route) -> JSONValue {
    var described: [String: JSONValue] = [
      "name": .string(parameter.name), "in": "query", "description": .string(parameter.summary),
      "required": .bool(route.required.contains(parameter)),
    ]
    if parameter.isRepeatable {
      described["schema"] = ["type": "array", "items": parameter.valueSchema]
      described["style"] = "form"
      described["explode"] = true
    } else {
      described["schema"] = parameter.valueSchema
    }
    return .object(described)
  }

  private func responses(_ route: Route) -> [String: JSONValue] {
    var responses: [String: JSONValue] = [:]
    var content: [String: JSONValue] = [:]
    if let schema = route.schema { content["application/json"] = ["schema": reference(schema)] }
    for type in route.otherTypes { content[type] = ["schema": ["type": "string"]] }
    responses["200"] = response("The response.", content)
    if route.isIndexed {
      responses["304"] = ["description": "The response that the client has is still valid."]
    }
    var failure = reference("error")
    if case .messages(let schema) = route.answer {
      responses["202"] = ["description": "The message needs no reply."]
      failure = ["anyOf": [failure, reference(schema)]]
    }
    let errors = ServiceError.Code.allCases.filter {
      route.errors.contains($0) || Self.common(route).contains($0)
    }
    for (status, codes) in Dictionary(grouping: errors, by: \.status) {
      let names = codes.map(\.rawValue).joined(separator: ", ")
      responses[String(status)] = response(
        "An error: \(names).", ["application/json": ["schema": failure]])
    }
    return responses
  }

  /// The errors that any route can return.
  private static func common(_ route: Route) -> [ServiceError.Code] {
    var codes: [ServiceError.Code] = [
      .malformedRequest, .malformedAddress, .unknownParameter, .unauthorized, .forbiddenHost,
      .forbiddenOrigin, .methodNotAllowed, .requestTimeout, .bodyTimeout, .bodyTooLarge,
      .addressTooLong,
      .headersTooLarge, .overloaded, .internalError,
    ]
    if !route.parameters.isEmpty {
      codes += [.badValue, .unknownCode, .malformedQuery, .missingParameter]
    }
    if case .none = route.body {} else { codes += [.malformedBody, .unsupportedType] }
    if route.executor == .workQueue { codes += [.queryTimeout, .indexUnavailable] }
    return codes
  }

  private func response(_ words: String, _ content: [String: JSONValue]) -> JSONValue {
    ["description": .string(words), "content": .object(content)]
  }

  private func reference(_ schema: String) -> JSONValue {
    ["$ref": .string("#/components/schemas/\(schema)")]
  }

  /// The schemas of the routes, by name.
  private var schemas: [String: JSONValue] {
    var found: [String: JSONValue] = [:]
    var names = ["error"]
    for route in table.routes {
      if let schema = route.schema { names.append(schema) }
      if case .raw(_, let schema) = route.body { names.append(schema) }
    }
    for name in names { found[name] = AnswerSchema(name)?.component }
    return found
  }

  /// `getDocumentsIdSimilar` for `GET /documents/{id}/similar`.
  private static func name(_ route: Route) -> String {
    let words = route.path.split { !$0.isLetter }
    return route.method.lowercased()
      + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
