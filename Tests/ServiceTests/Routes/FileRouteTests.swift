import Foundation
import JSON
import Retrieval
import Service
import TestSupport
import Testing

struct FileRouteTests {
  private func get(
    _ target: String, offersFiles: Bool, headers: [String: String] = [:]
  ) throws -> ServiceResponse {
    let context = try SeedService.responder.get().context
    return Responder(
      ServiceContext(index: context.index, version: "0", offersFiles: offersFiles)
    ).respond(to: ServiceRequest("GET", target, headers: headers))
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
    let page = try get(
      "/document/nothing/file", offersFiles: true, headers: ["accept": "text/html,*/*;q=0.8"])
    #expect(page.status == 404 && page["content-type"] == "text/html; charset=utf-8")
    #expect(
      try get("/document/..%2F..%2Fetc%2Fpasswd/file", offersFiles: true).code
        == "no_such_document")
  }

  @Test(arguments: [
    ("same", 200), ("longer", 404), ("later", 404), ("indexed again", 404), ("link", 404),
    ("pipe", 404), ("link to a copy", 404),
  ])
  func `only the file that was indexed is sent`(replacement: String, status: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = "Peer support in prisons\n\nA text of it."
    let path = try folder.write("library/a.txt", text.utf8)
    let secret = try folder.write("secret.txt", "A private key".utf8)
    let database = folder.path + "/index.sqlite"
    _ = try Indexer(path: database).index([folder.path + "/library"])
    let files = FileManager.default
    switch replacement {
    case "longer": try folder.write("library/a.txt", (text + " More of it.").utf8)
    case "later":
      try folder.write("library/a.txt", text.uppercased().utf8)
      try files.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 2_000_000_000)], ofItemAtPath: path)
    case "indexed again":
      // The document stays, although the file no longer contains it.
      try folder.write("library/a.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0] as [UInt8])
      _ = try Indexer(path: database).index([folder.path + "/library"])
    case "link":
      try files.removeItem(atPath: path)
      try files.createSymbolicLink(atPath: path, withDestinationPath: secret)
    case "link to a copy":
      try files.moveItem(atPath: path, toPath: folder.path + "/moved.txt")
      try files.createSymbolicLink(atPath: path, withDestinationPath: folder.path + "/moved.txt")
    case "pipe":
      try files.removeItem(atPath: path)
      #expect(mkfifo(path, 0o600) == 0)
    default: break
    }
    let responder = Responder(
      ServiceContext(index: try LiveIndex(path: database), version: "0", offersFiles: true))
    let response = responder.respond(to: ServiceRequest("GET", "/document/a/file"))
    #expect(response.status == status)
    for page in ["/document/a", "/?q=prisons"] {
      let html = responder.respond(to: ServiceRequest("GET", page)).body
      let isLinked = String(decoding: html, as: UTF8.self).contains("href=\"/document/a/file\"")
      let isLink = replacement.hasPrefix("link") || replacement == "pipe"
      #expect(isLinked != isLink, "\(page)")
    }
    if status == 200 {
      let bytes = response.body + (try response.rest?.all() ?? [])
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    } else {
      #expect(response.code == "no_such_document")
    }
  }

  @Test(arguments: ["forwarded", "x-forwarded-for", "via"])
  func `nobody gets a file through a proxy`(header: String) throws {
    let headers = [header: "10.0.0.7"]
    let file = "/document/peers-hcv-2023/file"
    #expect(try get(file, offersFiles: true, headers: headers).code == "no_such_route")
    for page in ["/document/peers-hcv-2023", "/?q=id:peers-hcv-2023"] {
      let response = try get(page, offersFiles: true, headers: headers)
      #expect(response.status == 200)
      #expect(!String(decoding: response.body, as: UTF8.self).contains(file))
    }
  }

  @Test(
    arguments: [
      (true, [:], "peers-hcv-2023.txt"), (false, ["via": "1.1 proxy"], "peers-hcv-2023.txt"),
      (false, [:], nil),
    ] as [(Bool, [String: String], String?)])
  func `other machines learn only the names of files`(
    hidesFolders: Bool, headers: [String: String], name: String?
  ) throws {
    let seeds = try SeedService.responder.get().context
    let document = try #require(try seeds.index.current().index.document("peers-hcv-2023"))
    let path = name ?? document.source.path
    let responder = Responder(
      ServiceContext(index: seeds.index, version: "0", hidesFolders: hidesFolders))
    let shown = responder.respond(
      to: ServiceRequest("GET", "/documents/peers-hcv-2023", headers: headers))
    #expect(try JSONValue(shown.body)["source"]?["path"] == .string(path))
    let call =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"get_document","arguments":{"id":"peers-hcv-2023"}}}"#
    let answer = responder.respond(
      to: ServiceRequest(
        "POST", "/mcp", headers: headers.merging(["content-type": "application/json"]) { $1 },
        body: Array(call.utf8)))
    let structured = try JSONValue(answer.body)["result"]?["structuredContent"]
    #expect(structured?["source"]?["path"] == .string(path))
  }

  @Test(arguments: ["/document/peers-hcv-2023", "/?q=id:peers-hcv-2023"], [true, false])
  func `a document and a hit link to the file and to the work`(
    address: String, offersFiles: Bool
  ) throws {
    let response = try get(address, offersFiles: offersFiles)
    let html = String(decoding: response.body, as: UTF8.self)
    #expect(html.contains("href=\"/document/peers-hcv-2023/file\"") == offersFiles)
    #expect(html.contains(">Open the web page</a>"))
  }
}
