import Literature

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
    guard response.body.count >= smallest || response.rest != nil,
      response["content-encoding"] == nil, isText(response["content-type"] ?? "")
    else { return response }
    var result = response
    result.headers.append(("vary", "Accept-Encoding"))
    guard accepts(request.headers["accept-encoding"] ?? "") else { return result }
    if let rest = response.rest {
      guard let packed = gzip(response.body, rest) else { return result }
      (result.body, result.rest) = (packed.start, packed.rest)
    } else {
      guard let body = gzip(response.body) else { return result }
      result.body = body
    }
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
    GzipStream()?.add(bytes, isLast: true)
  }

  /// A body that is sent in pieces, as gzip.
  ///
  /// - Parameter start: the bytes before the pieces.
  /// - Returns: the same with compressed bytes; `nil` if zlib runs out of memory.
  private static func gzip(
    _ start: [UInt8], _ rest: BodyPieces
  ) -> (start: [UInt8], rest: BodyPieces)? {
    guard let stream = GzipStream() else { return nil }
    let packed = stream.add(start, isLast: false)
    var isOver = false
    let pieces = BodyPieces {
      while !isOver {
        let piece = try rest.next()
        isOver = piece == nil
        let packed = stream.add(piece ?? [], isLast: isOver)
        // No bytes would look like the end.
        if !packed.isEmpty { return packed }
      }
      return nil
    }
    return (packed, pieces)
  }

  /// Whether bodies of a content type are texts, which become much smaller.
  private static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.contains("json") || type.contains("xml")
      || ExportFormat.allCases.contains { $0.mediaType == type }
  }
}
