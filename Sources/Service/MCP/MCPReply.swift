import JSON
import Literature

/// The reply to a line, or to the body of a request.
public struct MCPReply: Sendable, Equatable {
  /// The message as JSON on one line; `nil` if there is no reply.
  public private(set) var body: [UInt8]?
  /// Whether the input was not a message of the protocol.
  public private(set) var isRefusal = false
  /// Details of an error for the log; never sent.
  public private(set) var detail: String?

  /// No reply.
  init() {}

  /// An error.
  init(_ error: JSONRPCError, detail: String? = nil) {
    body = error.json.encoded
    isRefusal = error.isRefusal
    self.detail = detail
  }

  /// The result of a request.
  init(_ id: JSONValue, _ result: JSONValue) {
    self.init(id, result: result.encoded)
  }

  /// The result of a request, as JSON text.
  ///
  /// It is inserted unchanged: parsing and encoding it again would cost more than the search.
  init(_ id: JSONValue, result: [UInt8], detail: String? = nil) {
    body = Array("{\"id\":".utf8) + id.encoded + Array(",\"jsonrpc\":\"2.0\",\"result\":".utf8)
    body? += result
    body?.append(UInt8(ascii: "}"))
    self.detail = detail
  }

  /// Appends the reply to the next message of a batch.
  mutating func add(_ next: MCPReply) {
    if let detail = next.detail {
      self.detail = [self.detail, detail].joinedNonNil(separator: "; ")
    }
    guard let text = next.body else { return }
    body = body.map { $0 + [UInt8(ascii: ",")] + text } ?? text
  }

  /// The replies to a batch as a list.
  var list: MCPReply {
    var list = self
    list.body = body.map { [UInt8(ascii: "[")] + $0 + [UInt8(ascii: "]")] }
    return list
  }
}
