import Foundation
import Literature

/// The address of a client, by which its wrong tokens are counted.
enum ClientAddress {
  /// The address of the client that sent a request.
  ///
  /// A proxy on this machine names its client last in `X-Forwarded-For`. Other machines could name
  /// any address, so the addresses that they name are ignored.
  static func of(_ request: ServiceRequest) -> String {
    let peer = request.peer.map(network) ?? "local"
    let isLocal = ["local", network("::1")].contains(peer) || LoopbackAddress.matches(peer)
    guard isLocal,
      let named = request.headers["x-forwarded-for"]?.split(separator: ",").last?.trimmingSpaces,
      !named.isEmpty
    else { return peer }
    return network(String(decoding: named.utf8.prefix(longest), as: UTF8.self))
  }

  /// The most bytes of a name, so that memory is bounded; addresses are shorter.
  private static let longest = 64

  /// The network of an IPv6 address, 64 bits, because one machine can use all addresses in it; any
  /// other text unchanged.
  private static func network(_ address: String) -> String {
    var parsed = in6_addr()
    guard inet_pton(AF_INET6, address, &parsed) == 1 else { return address }
    let bytes = withUnsafeBytes(of: parsed) { Array($0) }
    // ::ffff:192.0.2.1 is an address of IPv4.
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return bytes[12...].map { String($0) }.joined(separator: ".")
    }
    return bytes.prefix(8).map { $0.zeroPadded(to: 2, radix: 16) }.joined()
  }
}
