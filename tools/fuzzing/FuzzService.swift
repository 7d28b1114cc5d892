import Foundation
import Retrieval
import Service

/// A service on a small index, created once.
private let responder: Responder = {
  do {
    let folder = FileManager.default.temporaryDirectory.path + "/fuzz-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let records = (0..<20).map {
      #"{"_id":"d\#($0)","title":"Peer work \#($0)","text":"We interviewed \#($0 + 5) peers."}"#
    }
    let library = folder + "/x.jsonl"
    try Data(records.joined(separator: "\n").utf8).write(to: URL(filePath: library))
    _ = try Indexer(path: folder + "/index.sqlite").index([library])
    let index = try LiveIndex(path: folder + "/index.sqlite")
    return Responder(ServiceContext(index: index, version: "0.0.0"))
  } catch {
    preconditionFailure("no index to fuzz: \(error)")
  }
}()

/// The bytes after the first as the URL and the body of a request, separated by a zero byte.
func fuzzHTTP(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let parts = bytes.dropFirst().split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let address = String(decoding: parts.first ?? [], as: UTF8.self)
  var request = ServiceRequest(first & 1 == 0 ? "GET" : "POST", address)
  request.body = parts.count > 1 ? Array(parts[1]) : []
  let response = responder.respond(to: request)
  precondition(response.status < 500 || response.status == 503, "\(response.status)")
}

/// Lines that a client of the Model Context Protocol could send.
func fuzzMCP(_ bytes: [UInt8]) {
  var session = MCPSession(responder.context)
  for line in bytes.split(separator: UInt8(ascii: "\n")) { _ = session.answer(line) }
}
