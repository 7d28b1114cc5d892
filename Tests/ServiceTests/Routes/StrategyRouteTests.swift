import Foundation
import JSON
import Retrieval
import Service
import Testing

struct StrategyRouteTests {
  private func post(_ body: String) throws -> ServiceResponse {
    var request = ServiceRequest("POST", "/strategy")
    request.headers["content-type"] = "application/json"
    request.body = Array(body.utf8)
    return try SeedService.respond(to: request)
  }

  @Test func `every line is run and counted`() throws {
    let response = try post(
      #"{"strategy":"1 peer$.ti.\n2 worker$.ti.\n3 1 not 2\n4 english.la."}"#)
    #expect(response.status == 200)
    let json = try response.json
    #expect(json["syntax"] == "ovid")
    guard case .array(let lines)? = json["lines"] else {
      Issue.record("no lines")
      return
    }
    #expect(lines.map { $0["line"] } == [1, 2, 3, 4])
    #expect(lines[2]["query"] == "title:peer* AND NOT title:worker*")
    #expect(lines[2]["text"] == "1 not 2")
    #expect(lines[3]["documents"] == .null)
    // Running the displayed query finds the same.
    let search = try SeedService.get(
      "/search?q=title:peer*+AND+NOT+title:worker*&exact=true&unit=document&count=true")
    let total = try search.json["total"]
    #expect(lines[2]["documents"] == total?["documents"])
  }

  @Test func `notes name parameters`() throws {
    let json = try post(#"{"strategy":"1. peer","min_sample":21}"#).json
    guard case .array(let lines)? = json["lines"], case .array(let notes)? = lines.first?["notes"]
    else {
      Issue.record("no notes")
      return
    }
    #expect(
      notes == ["3 more documents match, but do not state a sample size (include_unknown=true)."])
  }

  @Test func `a mistake has its place in the whole strategy`() throws {
    let response = try post(#"{"strategy":"1 peer.ti.\n2 (lay.ti."}"#)
    #expect(response.status == 400)
    #expect(response.code == "malformed_query")
    #expect(try response.json["error"]?["position"] == 13)
  }

  @Test(arguments: ["{}", #"{"strategy":""}"#, #"{"strategy":" \n\t","min_sample":20}"#])
  func `a strategy is required`(body: String) throws {
    #expect(try post(body).code == "missing_parameter")
  }
}
