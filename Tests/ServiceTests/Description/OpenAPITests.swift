import JSON
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
      let names = parameters.compactMap { $0["name"] }
      if case .parameters = route.body {
        let schema = operation?["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(
          schema == Parameter.objectSchema(route.parameters, required: route.required))
      } else {
        #expect(
          names == route.pathNames.map { .string($0) } + route.parameters.map { .string($0.name) })
      }
    }
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
      let found = reference.dropFirst(2).split(separator: "/").reduce(json as JSONValue?) {
        $0?[String($1)]
      }
      #expect(found != nil, "\(reference)")
    }
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
    #expect(names.contains("getDocumentsIdSimilar"))
  }

  @Test(arguments: [
    ("/search", "get", "min_sample must not be larger than max_sample."),
    ("/search", "get", "The address must not be longer than 16384 bytes"),
    ("/search", "get", "A query or a filter is required."),
    ("/search", "post", "The body must not be larger than 1048576 bytes."),
    ("/export", "get", "id can't be combined with a query or filters."),
  ])
  func `what schemas can't express is described`(path: String, method: String, rule: String) {
    guard case .string(let text)? = json["paths"]?[path]?[method]?["description"] else {
      Issue.record("no description")
      return
    }
    #expect(text.contains(rule))
  }
}
