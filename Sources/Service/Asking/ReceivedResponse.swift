/// The response of a server, on a connection that is closed after it.
package struct ReceivedResponse {
  /// The status and the body.
  package let parts: (status: Int, body: [UInt8])

  /// Reads the bytes of a response.
  package init(_ bytes: [UInt8]) throws(ServerError) {
    let end = Array("\r\n\r\n".utf8)
    guard let separator = bytes.firstRange(of: end) else {
      throw ServerError("The server closed the connection without a response; try again.")
    }
    let lines = String(decoding: bytes[..<separator.lowerBound], as: UTF8.self)
      .split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
      throw ServerError("The server does not use HTTP; check the address.")
    }
    let body = Array(bytes[separator.upperBound...])
    for line in lines.dropFirst() where line.lowercased().hasPrefix("content-length:") {
      guard let length = Int(line.dropFirst(15).trimmingSpaces), length == body.count else {
        throw ServerError("The response of the server is incomplete; try again.")
      }
    }
    parts = (status, body)
  }
}
