import JSON
import Literature
import Service
import Testing

struct OpenAPITests {
  let json = OpenAPI(.standard, version: "1.2.3").json

  @Test func `every route for programs is described, with its parameters`() {
    for route in RouteTable.standard.routes {
      let operation = json["paths"]?[route.path]?[route.method.lowercased()]
      if !route.isForPrograms {
        #expect(operation == nil)
        continue
      }
      guard case .array(let parameters)? = operation?["parameters"] else {
        Issue.record("\(route.method) \(route.path)")
        continue
      }
      let names = parameters.filter { $0["in"] != "header" }.compactMap { $0["name"] }
      if case .parameters = route.body {
        let schema = operation?["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(
          schema == Parameter.objectSchema(route.parameters, required: route.required))
      } else {
        let known = route.parameters.flatMap { [$0.name, $0.alias].compactMap(\.self) }
        #expect(names == (route.pathNames + known).map { .string($0) })
      }
    }
  }

  @Test func `a code of a filter may be excluded`() {
    guard case .array(let parameters)? = json["paths"]?["/search"]?["get"]?["parameters"] else {
      Issue.record("no parameters")
      return
    }
    let values = parameters.first { $0["name"] == "method" }?["schema"]?["items"]?["anyOf"]
    let codes = Vocabulary.standard.codes(of: .method) + ["none"]
    let expected: JSONValue = [
      ["type": "string", "enum": .array(codes.map { .string($0) })],
      ["type": "string", "pattern": "^-[a-z]"],
    ]
    #expect(values == expected)
  }

  @Test func `the codes of errors are those of the table`() {
    let error = json["components"]?["schemas"]?["ErrorResponse"]?["properties"]?["error"]
    #expect(
      error?["properties"]?["code"]?["enum"]
        == .array(ServiceError.Code.allCases.map { .string($0.rawValue) }))
  }

  @Test(arguments: [
    ("/documents", "get", "200", ["ETag", "Link", "X-Request-Id"]),
    ("/export", "get", "200", ["Content-Disposition", "ETag", "X-Request-Id"]),
    ("/search", "post", "200", ["X-Request-Id"]), ("/health", "get", "200", ["X-Request-Id"]),
    ("/search", "get", "304", ["ETag", "X-Request-Id"]),
    ("/search", "get", "405", ["Allow", "X-Request-Id"]),
    ("/search", "get", "429", ["Retry-After", "X-Request-Id"]),
    ("/search", "get", "503", ["Retry-After", "X-Request-Id"]),
    ("/openapi.json", "get", "304", ["ETag", "X-Request-Id"]),
  ])
  func `header fields of responses are described`(
    path: String, method: String, status: String, fields: [String]
  ) {
    let response = json["paths"]?[path]?[method]?["responses"]?[status]
    guard case .object(let described)? = response?["headers"] else {
      Issue.record("no header fields")
      return
    }
    #expect(described.keys.sorted() == fields)
  }

  @Test(
    arguments: [
      ("/search", "get", ["If-None-Match"]), ("/search", "post", ["Prefer"]),
      ("/health", "get", []), ("/openapi.json", "get", ["If-None-Match"]),
      ("/documents/{id}/corrections", "post", []),
    ] as [(String, String, [String])])
  func `header fields of requests are described`(path: String, method: String, fields: [String]) {
    guard case .array(let parameters)? = json["paths"]?[path]?[method]?["parameters"] else {
      Issue.record("no parameters")
      return
    }
    #expect(
      parameters.filter { $0["in"] == "header" }.compactMap { $0["name"] }
        == fields.map { .string($0) })
  }

  @Test func `both forms of a map are described`() {
    guard
      case .object(let content)? = json["paths"]?["/map"]?["get"]?["responses"]?["200"]?["content"]
    else {
      Issue.record("no answer")
      return
    }
    #expect(content.keys.sorted() == ["application/json", "image/svg+xml"])
  }

  @Test func `every reference has its schema`() {
    var references: Set<String> = []
    func collect(_ value: JSONValue) {
      switch value {
      case .object(let members):
        if case .string(let target)? = members["$ref"] { references.insert(target) }
        members.values.forEach(collect)
      case .array(let items): items.forEach(collect)
      default: break
      }
    }
    collect(json)
    #expect(references.count > 10)
    for reference in references {
      // Generators of clients follow no other references.
      #expect(reference.split(separator: "/").count == 4, "\(reference)")
      let found = reference.dropFirst(2).split(separator: "/").reduce(json as JSONValue?) {
        $0?[String($1)]
      }
      #expect(found != nil, "\(reference)")
    }
  }

  @Test func `parameters and bodies have examples`() {
    guard case .object(let paths)? = json["paths"] else { return }
    for (path, operations) in paths {
      guard case .object(let operations) = operations else { continue }
      for (method, operation) in operations {
        guard case .array(let parameters)? = operation["parameters"] else { continue }
        for parameter in parameters { #expect(parameter["example"] != nil, "\(path) \(parameter)") }
        guard let body = operation["requestBody"] else { continue }
        #expect(body["content"]?["application/json"]?["example"] != nil, "\(method) \(path)")
      }
    }
  }

  @Test func `equal definitions of several schemas are one component`() {
    guard case .object(let schemas)? = json["components"]?["schemas"] else { return }
    let expected = [
      "SearchResponse", "DocumentResponse", "ListResponse", "ErrorResponse", "JsonRpcRequest",
      "Query", "Filters", "Hit", "Facets", "Evidence",
    ]
    for name in expected { #expect(schemas[name] != nil, "\(name)") }
    #expect(schemas["SearchQuery"] == nil)
    for (name, schema) in schemas { #expect(schema["$defs"] == nil, "\(name)") }
  }

  @Test func `names of operations are different`() {
    guard case .object(let paths)? = json["paths"] else { return }
    let names = paths.values.flatMap { path -> [String] in
      guard case .object(let operations) = path else { return [] }
      return operations.values.compactMap {
        if case .string(let name)? = $0["operationId"] { name } else { nil }
      }
    }
    #expect(Set(names).count == names.count)
    #expect(names.contains("getSimilar"))
    for route in RouteTable.standard.routes where route.isForPrograms {
      let operation = json["paths"]?[route.path]?[route.method.lowercased()]
      #expect(operation?["operationId"] == .string(route.operation))
      #expect(operation?["tags"] == [.string(route.tag.rawValue)])
      #expect(!route.operation.isEmpty)
    }
  }

  @Test(arguments: [
    ("/search", "get", "min_sample must not be larger than max_sample."),
    ("/search", "get", "The address must not be longer than 16384 bytes"),
    ("/search", "get", "A query or a filter is required."),
    ("/search", "post", "The body must not be larger than 1048576 bytes."),
    ("/map", "get", "format=svg returns the drawing of GET /map.svg"),
    ("/export", "get", "id can't be combined with a query or filters."),
  ])
  func `rules that schemas can't express are described`(path: String, method: String, rule: String)
  {
    guard case .string(let text)? = json["paths"]?[path]?[method]?["description"] else {
      Issue.record("no description")
      return
    }
    #expect(text.contains(rule))
  }
}
