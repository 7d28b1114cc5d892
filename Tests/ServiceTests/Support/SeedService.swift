import Foundation
import JSON
import Retrieval
import Service

/// A service on an index of the project's sample corpus, created once for all tests that use it.
enum SeedService {
  static let responder: Result<Responder, any Error> = Result {
    let path = FileManager.default.temporaryDirectory.path + "/seeds-\(UUID().uuidString).sqlite"
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "corpus").path
    _ = try Indexer(path: path).index([corpus])
    let index = try LiveIndex(path: path)
    atexit { SeedService.remove() }
    return Responder(ServiceContext(index: index, version: "0.0.0"))
  }

  /// The response to a request.
  static func respond(to request: ServiceRequest) throws -> ServiceResponse {
    try responder.get().respond(to: request)
  }

  /// The response to `GET target`.
  static func get(_ target: String, headers: [String: String] = [:]) throws -> ServiceResponse {
    try respond(to: ServiceRequest("GET", target, headers: headers))
  }

  private static func remove() {
    guard case .success(let responder) = responder else { return }
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: responder.context.index.path + end)
    }
  }
}

extension ServiceResponse {
  /// The body as JSON.
  var json: JSONValue {
    get throws { try JSONValue(body) }
  }

  /// The code of the error in the body; `nil` if there is none.
  var code: String? {
    guard case .string(let code)? = (try? json)?["error"]?["code"] else { return nil }
    return code
  }
}
