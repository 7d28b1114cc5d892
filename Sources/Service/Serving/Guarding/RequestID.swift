import Literature

/// The ids of requests, in the log and in `X-Request-Id`.
package enum RequestID {
  /// The id from the request if it is valid, otherwise a new one of 16 hexadecimal digits.
  package static func of(_ request: ServiceRequest) -> String {
    if let brought = request.headers["x-request-id"], (1...64).contains(brought.utf8.count),
      brought.utf8.allSatisfy(isPlain)
    {
      return brought
    }
    return UInt64.random(in: .min ... .max).zeroPadded(to: 16, radix: 16)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
