import NIOHTTP1

/// Translates between NIO's HTTP and the service's values.
enum HTTPAdapter {
  /// A request whose body has not arrived yet.
  static func request(_ head: HTTPRequestHead) -> ServiceRequest {
    let (host, target) = divided(head.uri)
    var request = ServiceRequest(head.method.rawValue, target)
    for (name, value) in head.headers {
      let name = name.lowercased()
      if let before = request.headers[name] {
        request.headers[name] = before + ", " + value
      } else {
        request.headers[name] = value
      }
    }
    if let host { request.headers["host"] = host }
    return request
  }

  /// The host in the target of a request, and the rest; the host is `nil` if the target has none.
  ///
  /// A client may send a whole address as the target. Its host then replaces the header `Host` (RFC
  /// 9112, section 3.2.2).
  private static func divided(_ uri: String) -> (host: String?, target: String) {
    let schemes = ["http://", "https://"]
    guard let scheme = schemes.first(where: { uri.prefix($0.count).lowercased() == $0 }) else {
      return (nil, uri)
    }
    let rest = uri.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest[host.endIndex...]
    return (String(host), target.hasPrefix("/") ? String(target) : "/" + target)
  }

  /// The head of a response, with the headers that frame its body.
  ///
  /// - Parameters:
  ///   - request: the head of the request; `nil` if it could not be read.
  ///   - isLast: whether the connection will be closed after the response.
  static func head(
    _ response: ServiceResponse, to request: HTTPRequestHead?, isLast: Bool
  ) -> HTTPResponseHead {
    let version: HTTPVersion = request?.version == .http1_0 ? .http1_0 : .http1_1
    var headers = HTTPHeaders()
    headers.reserveCapacity(response.headers.count + 3)
    for (name, value) in response.headers where name != "connection" {
      headers.add(name: name, value: value)
    }
    headers.add(name: "date", value: HTTPDate.now())
    if response.status != 304, response.status != 204 {
      if response.rest == nil {
        headers.add(name: "content-length", value: String(response.body.count))
      } else if version == .http1_1, request?.method != .HEAD {
        headers.add(name: "transfer-encoding", value: "chunked")
      }
    }
    if isLast {
      headers.add(name: "connection", value: "close")
    } else if version == .http1_0 {
      headers.add(name: "connection", value: "keep-alive")
    }
    return HTTPResponseHead(
      version: version, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
  }
}
