import CZlib

/// Compresses bodies with gzip for clients that accept it.
package enum Compression {
  /// The smallest body that is compressed, in bytes; smaller ones fit into one packet anyway.
  private static let smallest = 1024

  /// The response, compressed if the client accepts gzip and it is worthwhile.
  package static func compressed(_ response: ServiceResponse, for request: ServiceRequest)
    -> ServiceResponse
  {
    if response.status == 304 {
      // It needs the same header as the response in the client's cache, which may be compressed.
      var result = response
      result.headers.append(("vary", "Accept-Encoding"))
      return result
    }
    let type = response["content-type"] ?? ""
    guard response.body.count >= smallest, response.rest == nil,
      response["content-encoding"] == nil,
      type.hasPrefix("text/") || type.contains("json") || type.contains("xml")
    else { return response }
    var result = response
    result.headers.append(("vary", "Accept-Encoding"))
    guard accepts(request.headers["accept-encoding"] ?? ""), let body = gzip(response.body) else {
      return result
    }
    result.body = body
    result.headers.append(("content-encoding", "gzip"))
    return result
  }

  /// Whether a list of encodings includes gzip with a weight other than 0.
  ///
  /// The weight of gzip itself takes precedence over that of `*` (RFC 9110, section 12.5.3).
  package static func accepts(_ header: String) -> Bool {
    var (own, any): (Bool?, Bool?)
    for item in header.split(separator: ",") {
      let parts = item.split(separator: ";").map(\.trimmingSpaces)
      let isAccepted = !parts.dropFirst().contains { weight in
        weight.lowercased().hasPrefix("q=") && Double(weight.dropFirst(2)) ?? 0 == 0
      }
      switch parts.first?.lowercased() {
      case "gzip", "x-gzip": own = (own ?? false) || isAccepted
      case "*": any = isAccepted
      default: break
      }
    }
    return own ?? any ?? false
  }

  /// The bytes as gzip; `nil` if zlib runs out of memory.
  package static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // Adding 16 to the window size selects the gzip format.
    let opened = deflateInit2_(
      &stream, 3, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return input.withUnsafeMutableBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(bound)
        // The bound is large enough to finish in one step.
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
      }
    }
  }
}
