import Answers
import Foundation
import JSON
import Query
import Retrieval

/// A client that searches the index of a running server.
///
///     let client = ServiceClient(try ServerAddress("http://127.0.0.1:7700"))
///     let answer = try client.search(SearchRequest("role clarity HCV"))
///
/// Calls block until the response has arrived; each opens a connection.
public struct ServiceClient: Sendable {
  private let address: ServerAddress
  private let token: String?

  /// Creates a client.
  ///
  /// - Parameter token: sent as `Authorization: Bearer`.
  public init(_ address: ServerAddress, token: String? = nil) {
    self.address = address
    self.token = token
  }

  /// Checks a search against the limits of servers, without sending it.
  ///
  /// - Throws: ``ServiceError`` for a value that a server refuses, such as too many hits, and
  ///   ``ServerError`` for filters that have no parameter.
  public func check(_ request: SearchRequest) throws {
    guard case .object(let members) = try request.json else { return }
    _ = try ParameterReader(Parameter.search).read(members)
  }

  /// Runs a search.
  ///
  /// - Throws: ``ServiceError`` of the server, ``ServerError`` if it can't be reached.
  public func search(_ request: SearchRequest) throws -> SearchResponse {
    let (status, body) = try exchange("POST", "/search", try request.json.encoded)
    guard status == 200 else { throw error(status, body) }
    guard var response = try? JSONDecoder().decode(SearchResponse.self, from: Data(body)) else {
      throw ServerError(
        "The server at \(address.host) is not a compatible peerlit version.")
    }
    response.query.id = request.id
    return response
  }

  private func error(_ status: Int, _ body: [UInt8]) -> any Error {
    guard let json = (try? JSONValue(body))?["error"], case .string(let code)? = json["code"],
      let known = ServiceError.Code(rawValue: code), case .string(let message)? = json["message"]
    else {
      return ServerError(
        "The server at \(address.host) returned status \(status); check that it is peerlit.")
    }
    var error = ServiceError(known, message)
    if case .string(let hint)? = json["hint"] { error.hint = hint }
    if case .integer(let position)? = json["position"] { error.position = position }
    return error
  }

  private func exchange(
    _ method: String, _ target: String, _ body: [UInt8]
  ) throws(ServerError) -> (status: Int, body: [UInt8]) {
    var lines = [
      "\(method) \(target) HTTP/1.1", "Host: \(address.host)", "Connection: close",
      "Content-Type: application/json", "Content-Length: \(body.count)",
      "\(ServiceRequest.notesPreference.name): \(ServiceRequest.notesPreference.value)",
    ]
    if let token {
      // A line break in it would begin another header field.
      guard token.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
        throw ServerError("The token must consist of ASCII characters.")
      }
      lines.append("Authorization: Bearer \(token)")
    }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    let socket = try BlockingSocket(address)
    defer { socket.close() }
    try socket.send(Array(head.utf8) + body)
    return try ReceivedResponse(socket.receiveAll()).parts
  }
}
