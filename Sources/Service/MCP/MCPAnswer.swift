import JSON

/// What one line, or one request's body, is answered with.
public struct MCPAnswer: Sendable, Equatable {
  /// The message, as JSON text on one line; `nil` where nothing is to be said.
  public private(set) var body: [UInt8]?
  /// Whether what came was none of the protocol's messages.
  public private(set) var isRefusal = false
  /// What the machine's owner should know of an error; never sent.
  public private(set) var detail: String?

  /// Nothing to say.
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
  /// It is put in as it is: reading an answer only to write it again would cost more than searching.
  init(_ id: JSONValue, result: [UInt8], detail: String? = nil) {
    body = Array("{\"id\":".utf8) + id.encoded + Array(",\"jsonrpc\":\"2.0\",\"result\":".utf8)
    body? += result
    body?.append(UInt8(ascii: "}"))
    self.detail = detail
  }

  /// Puts the answer to the next message of a list behind those before.
  mutating func add(_ next: MCPAnswer) {
    if let detail = next.detail { self.detail = [self.detail, detail].joined }
    guard let text = next.body else { return }
    body = body.map { $0 + [UInt8(ascii: ",")] + text } ?? text
  }

  /// What was put together, as a list.
  var list: MCPAnswer {
    var list = self
    list.body = body.map { [UInt8(ascii: "[")] + $0 + [UInt8(ascii: "]")] }
    return list
  }
}

extension [String?] {
  fileprivate var joined: String { compactMap(\.self).joined(separator: "; ") }
}
