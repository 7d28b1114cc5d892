import Answers
import Foundation
import JSON
import Query
import Retrieval

/// Asks a running server what an index would be asked.
///
///     let client = ServiceClient(try ServerAddress("http://127.0.0.1:7700"))
///     let answer = try client.search(SearchRequest("role clarity HCV"))
///
/// Calls wait for the answer, one connection each.
public struct ServiceClient: Sendable {
  private let address: ServerAddress
  private let token: String?

  /// Makes a client.
  ///
  /// - Parameter token: sent as `Authorization: Bearer`.
  public init(_ address: ServerAddress, token: String? = nil) {
    self.address = address
    self.token = token
  }

  /// Answers a search.
  ///
  /// - Throws: ``ServiceError`` as the server tells it, ``ServerError`` when it can't be asked.
  public func search(_ request: SearchRequest) throws -> SearchResponse {
    let (status, body) = try exchange("POST", "/search", try request.json.encoded)
    guard status == 200 else { throw Self.error(status, body) }
    guard var response = try? JSONDecoder().decode(SearchResponse.self, from: Data(body)) else {
      throw ServerError("What answers at \(address.host) is no server of this version of peerlit.")
    }
    response.query.id = request.id
    return response
  }

  private static func error(_ status: Int, _ body: [UInt8]) -> any Error {
    guard let told = (try? JSONValue(body))?["error"], case .string(let code)? = told["code"],
      let known = ServiceError.Code(rawValue: code), case .string(let message)? = told["message"]
    else { return ServerError("The server answered with the status \(status).") }
    var error = ServiceError(known, message)
    if case .string(let hint)? = told["hint"] { error.hint = hint }
    if case .integer(let position)? = told["position"] { error.position = position }
    return error
  }

  private func exchange(
    _ method: String, _ target: String, _ body: [UInt8]
  ) throws(ServerError) -> (status: Int, body: [UInt8]) {
    var lines = [
      "\(method) \(target) HTTP/1.1", "Host: \(address.host)", "Connection: close",
      "Content-Type: application/json", "Content-Length: \(body.count)",
    ]
    if let token {
      // A line's end in it would begin a field of its own.
      guard token.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        throw ServerError("The token must be ASCII characters.")
      }
      lines.append("Authorization: Bearer \(token)")
    }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    let socket = try BlockingSocket(address)
    defer { socket.close() }
    try socket.send(Array(head.utf8) + body)
    return try HTTPAnswer(socket.receiveAll()).parts
  }
}

/// An answer as it comes over a connection that ends with it.
package struct HTTPAnswer {
  package let parts: (status: Int, body: [UInt8])

  /// Reads the bytes of an answer.
  package init(_ bytes: [UInt8]) throws(ServerError) {
    let end = Array("\r\n\r\n".utf8)
    guard let place = bytes.firstRange(of: end) else {
      throw ServerError("The server closed the connection without an answer.")
    }
    let lines = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
      .split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      throw ServerError("What answers there does not speak HTTP.")
    }
    let body = Array(bytes[place.upperBound...])
    for line in lines.dropFirst() where line.lowercased().hasPrefix("content-length:") {
      guard let length = Int(line.dropFirst(15).trimmingSpaces), length == body.count else {
        throw ServerError("The server's answer is cut off.")
      }
    }
    parts = (status, body)
  }
}
