import Answers
import Foundation
import Query
import Retrieval
import Service
import Testing

struct SearchRouteTests {
  @Test func `GET and POST answer as the index does`() throws {
    let get = try SeedService.get("/search?q=role+clarity+HCV&limit=3")
    let post = try SeedService.respond(
      to: ServiceRequest(
        "POST", "/search", headers: ["content-type": "application/json"],
        body: Array(#"{"q":"role clarity HCV","limit":3}"#.utf8)))
    var request = SearchRequest("role clarity HCV")
    request.limit = 3
    let responder = try SeedService.responder.get()
    var expected = try responder.context.index.current().index.search(request)
    for response in [get, post] {
      #expect(response.status == 200)
      let answer = try JSONDecoder().decode(SearchResponse.self, from: Data(response.body))
      expected.tookUs = answer.tookUs
      #expect(answer == expected)
    }
  }

  @Test func `an empty text is no error, no text is one`() throws {
    #expect(try SeedService.get("/search?q=").status == 200)
    #expect(try SeedService.get("/search").code == "missing_parameter")
    #expect(try SeedService.get("/search?method=qualitative").status == 200)
  }
}
