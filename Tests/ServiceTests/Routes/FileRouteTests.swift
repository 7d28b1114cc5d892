import Foundation
import Service
import Testing

struct FileRouteTests {
  private func get(_ target: String, offersFiles: Bool) throws -> ServiceResponse {
    let context = try SeedService.responder.get().context
    return Responder(
      ServiceContext(index: context.index, version: "0", offersFiles: offersFiles)
    ).respond(to: ServiceRequest("GET", target))
  }

  @Test func `a file is served on this machine only`() throws {
    let index = try SeedService.responder.get().context.index.current().index
    let document = try #require(try index.document("peers-hcv-2023"))
    let response = try get("/document/peers-hcv-2023/file", offersFiles: true)
    #expect(response.status == 200)
    let bytes = response.body + (try response.rest?.all() ?? [])
    #expect(Data(bytes) == FileManager.default.contents(atPath: document.source.path))
    #expect(response["content-security-policy"]?.contains("default-src 'none'") == true)
    #expect(response["content-disposition"]?.contains("filename*=UTF-8''") == true)
    #expect(try get("/document/peers-hcv-2023/file", offersFiles: false).status == 404)
    #expect(try get("/document/nothing/file", offersFiles: true).code == "no_such_document")
    #expect(
      try get("/document/..%2F..%2Fetc%2Fpasswd/file", offersFiles: true).code
        == "no_such_document")
  }

  @Test(arguments: ["/document/peers-hcv-2023", "/?q=id:peers-hcv-2023"], [true, false])
  func `a document and a hit link to the file and to the work`(
    address: String, offersFiles: Bool
  ) throws {
    let response = try get(address, offersFiles: offersFiles)
    let html = String(decoding: response.body, as: UTF8.self)
    #expect(html.contains("href=\"/document/peers-hcv-2023/file\"") == offersFiles)
    #expect(html.contains(">Web page of the work</a>"))
  }
}
