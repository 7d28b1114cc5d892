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
      "servers": [
        ["url": .string(RouteTable.version), "description": "This server."],
        [
          "url": .string(ServiceConfiguration().address.text(port: nil) + RouteTable.version),
          "description": "A server on this machine, at its usual port.",
        ],
      ],
      "tags": .array(
        Route.Tag.allCases.map {
          ["name": .string($0.rawValue), "description": .string($0.summary)]
        }),
      "paths": .object(paths.mapValues { .object($0) }),
      "components": [
        "schemas": .object(schemas),
        "headers": HeaderField.components,
        "securitySchemes": [
          "token": [
            "type": "http", "scheme": "bearer",
            "description": "Required if the server was started with a token.",
          ]
        ],
      ],
      "security": [[:], ["token": []]],
    ]
  }

  private func operation(_ route: Route) -> JSONValue {
    var operation: [String: JSONValue] = [
      "operationId": .string(route.operation), "tags": [.string(route.tag.rawValue)],
      "summary": .string(route.summary),
      "description": .string(Self.rules(route)),
      "responses": .object(responses(route)),
    ]
    let inPath = route.pathNames.map { name -> JSONValue in
      [
        "name": .string(name), "in": "path", "required": true,
        "description": .string(Parameter.document.summary),
        "schema": ["type": "string", "minLength": 1],
        "example": Parameter.document.example,
      ]
    }
    let inQuery = route.parameters.flatMap { parameters($0, of: route) }
    let inHead = route.requestFields.map(\.json)
    switch route.body {
    case .none: operation["parameters"] = .array(inPath + inQuery + inHead)
    case .parameters:
      operation["parameters"] = .array(inPath + inHead)
      operation["requestBody"] = body(
        "application/json",
        Parameter.objectSchema(route.parameters, required: route.required),
        example: Self.example(route))
    case .form: break
    case .raw(let type, let schema):
      operation["parameters"] = .array(inPath + inQuery)
      operation["requestBody"] = body(
        type, SchemaComponents.reference(schema),
        example: ["jsonrpc": "2.0", "id": 1, "method": "tools/list"])
    }
    return .object(operation)
  }

  /// Rules of a route that its schema cannot express.
  private static func rules(_ route: Route) -> String {
    let limits = ServiceLimits()
    var rules = [
      "The address must not be longer than \(limits.target) bytes, "
        + "and the address and headers together not longer than \(limits.headers)."
    ]
    if route.hasBody { rules.append("The body must not be larger than \(limits.body) bytes.") }
    for facet in FacetDefinition.counts {
      let bounds = Parameter.bounds(of: facet.name)
      guard let least = bounds.first, let most = bounds.last, route.parameters.contains(least)
      else { continue }
      rules.append("\(least.name) must not be larger than \(most.name).")
    }
    if route.parameters.contains(.id) {
      rules.append("id can't be combined with a query or filters.")
    }
    if route.parameters.contains(.mapFormat) {
      rules.append(
        "format=svg returns the drawing of GET /map.svg, which has an operation of its own for "
          + "generated clients, because they read only JSON here.")
    }
    if route.parameters.contains(.explain) {
      rules.append("A query or a filter is required.")
    }
    return rules.joined(separator: " ")
  }

  private func body(
    _ type: String, _ schema: JSONValue, example: JSONValue
  ) -> JSONValue {
    ["required": true, "content": .object([type: ["schema": schema, "example": example]])]
  }

  /// A body with the required parameters and the query.
  private static func example(_ route: Route) -> JSONValue {
    let shown = route.parameters.filter { $0 == .query || $0 == .limit } + route.required
    return .object(
      Dictionary(shown.map { ($0.name, $0.examples) }, uniquingKeysWith: { first, _ in first }))
  }

  /// A parameter under its name, and under its other name.
  private func parameters(_ parameter: Parameter, of route: Route) -> [JSONValue] {
    let isRequired = route.required.contains(parameter)
    guard let alias = parameter.alias else {
      return [
        described(parameter, parameter.name, parameter.summary, isRequired: isRequired)
      ]
    }
    // Either name will do, which a description of parameters can't express.
    let rule = isRequired ? " Either \(parameter.name) or \(alias) is required." : ""
    return [
      described(parameter, parameter.name, parameter.summary + rule, isRequired: false),
      described(
        parameter, alias, "Another name for \(parameter.name)." + rule, isRequired: false),
    ]
  }

  private func described(
    _ parameter: Parameter, _ name: String, _ description: String, isRequired: Bool
  ) -> JSONValue {
    var described: [String: JSONValue] = [
      "name": .string(name), "in": "query", "description": .string(description),
      "required": .bool(isRequired), "example": parameter.examples,
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
    if let schema = route.schema {
      content["application/json"] = ["schema": SchemaComponents.reference(schema)]
    }
    for type in route.otherRanges { content[type] = ["schema": ["type": "string"]] }
    let types = route.otherTypes.count > 1 ? ": \(route.otherTypes.joined(separator: ", "))" : ""
    responses["200"] = response("The response\(types).", content, route.responseFields)
    if route.hasTag {
      responses["304"] = [
        "description": "The response that the client has is still valid.",
        "headers": HeaderField.references([.requestID, .entityTag]),
      ]
    }
    var failure = SchemaComponents.reference("error")
    if case .messages(let schema) = route.answer {
      responses["202"] = [
        "description": "The message needs no reply.",
        "headers": HeaderField.references([.requestID]),
      ]
      failure = ["anyOf": [failure, SchemaComponents.reference(schema)]]
    }
    let errors = ServiceError.Code.allCases.filter {
      route.errors.contains($0) || Self.common(route).contains($0)
    }
    for (status, codes) in Dictionary(grouping: errors, by: \.status) {
      let names = codes.map(\.rawValue).joined(separator: ", ")
      responses[String(status)] = response(
        "An error: \(names).", ["application/json": ["schema": failure]],
        codes.flatMap(\.responseFields))
    }
    return responses
  }

  /// The errors that any route can return.
  private static func common(_ route: Route) -> [ServiceError.Code] {
    var codes: [ServiceError.Code] = [
      .malformedRequest, .malformedAddress, .unknownParameter, .unauthorized, .tooManyAttempts,
      .forbiddenHost, .forbiddenOrigin, .methodNotAllowed, .requestTimeout, .bodyTimeout,
      .bodyTooLarge, .addressTooLong, .headersTooLarge, .overloaded, .internalError,
    ]
    if !route.parameters.isEmpty {
      codes += [.badValue, .unknownCode, .malformedQuery, .missingParameter]
    }
    if route.hasBody { codes += [.malformedBody, .unsupportedType] }
    if route.executor == .workQueue { codes += [.queryTimeout, .indexUnavailable] }
    return codes
  }

  private func response(
    _ words: String, _ content: [String: JSONValue], _ fields: [HeaderField]
  ) -> JSONValue {
    [
      "description": .string(words), "content": .object(content),
      "headers": HeaderField.references(fields),
    ]
  }

  /// The schemas of the routes, by name.
  private var schemas: [String: JSONValue] {
    var names = ["error"]
    for route in table.routes {
      if let schema = route.schema { names.append(schema) }
      if case .raw(_, let schema) = route.body { names.append(schema) }
    }
    return SchemaComponents(names).schemas
  }
}
