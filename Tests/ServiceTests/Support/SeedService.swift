import Foundation
import JSON
import Retrieval
import Service
import TestSupport

/// A service on an index of the project's sample corpus, created once for all tests that use it.
enum SeedService {
  private static let folder: Result<TemporaryFolder, any Error> = Result { try TemporaryFolder() }

  static let responder: Result<Responder, any Error> = Result {
    let path = try folder.get().path + "/seeds.sqlite"
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
    try? folder.get().remove()
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
