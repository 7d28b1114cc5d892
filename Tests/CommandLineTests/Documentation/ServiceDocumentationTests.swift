import Foundation
import Service
import Testing

/// Fails when a route, a parameter or an error is missing from the documentation.
struct ServiceDocumentationTests {
  let text: String

  init() throws {
    text = try Project.text("docs/http.md")
  }

  @Test func `every route is in docs/http.md`() {
    for route in RouteTable.standard.routes {
      #expect(
        text.contains("| `\(route.method) \(route.path)` |"), "\(route.method) \(route.path)")
    }
    let rows = text.matches(of: /\n\| `(GET|POST|DELETE) [^`]+` \|/)
    #expect(rows.count == RouteTable.standard.routes.count)
  }

  @Test func `every parameter and its values are in docs/http.md`() {
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for parameter in RouteTable.standard.routes.flatMap(\.parameters) {
      let row = rows.first {
        $0.split(separator: "|").first?.contains("`\(parameter.name)`") == true
      }
      #expect(row != nil, "\(parameter.name)")
      guard case .choice(let words) = parameter.kind else { continue }
      for word in words { #expect(row?.contains("`\(word)`") == true, "\(parameter.name) \(word)") }
    }
  }

  @Test func `every error is in docs/http.md, with its status`() {
    for code in ServiceError.Code.allCases {
      let row = text.split(separator: "\n").first {
        $0.hasPrefix("| \(code.status) ") && $0.contains("`\(code.rawValue)`")
      }
      #expect(row != nil, "\(code.rawValue)")
    }
  }
}
