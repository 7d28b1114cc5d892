extension Route {
  /// `POST /mcp`: the Model Context Protocol, one message per request.
  ///
  /// The server keeps no state between requests, so there are no sessions.
  public static let mcp = Route(
    "POST", "/mcp",
    "The reply to a message of the Model Context Protocol (streamable HTTP, stateless).",
    operation: "postMessage", tag: .assistants,
    body: .raw(type: "application/json", schema: "json-rpc-request"),
    answer: .messages(schema: "json-rpc")
  ) { call, context in
    let header = call.request.headers["mcp-protocol-version"]
    let version = header.flatMap { MCPVersion(rawValue: $0) }
    guard header == nil || version != nil else {
      let known = MCPVersion.allCases.map(\.rawValue).joined(separator: ", ")
      let error = JSONRPCError(
        .invalidRequest,
        "Unsupported MCP-Protocol-Version \((header ?? "").shortened). Supported: \(known).")
      return .json(error.json, status: 400)
    }
    let pages = call.request.headers["host"].map { "http://\($0)" }
    var session = MCPSession(context, version: version, pages: pages)
    let answer = session.answer(call.request.body)
    guard let body = answer.body else { return ServiceResponse(status: 202) }
    var response = ServiceResponse.json(body, status: answer.isRefusal ? 400 : 200)
    response.detail = answer.detail
    return response
  }
}
