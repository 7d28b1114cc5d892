import Foundation

/// A connection to a server, with blocking input and output.
package struct BlockingSocket {
  private let descriptor: Int32

  /// Connects.
  package init(_ address: ServerAddress) throws(ServerError) {
    switch address {
    case .socket(let path):
      guard let descriptor = try UnixSocket.connect(path) else {
        throw ServerError(
          "No server is listening at \(path); start one with: peerlit serve --socket \(path)")
      }
      self.descriptor = descriptor
    case .port(let host, let port):
      descriptor = try Self.connect(host, port)
    }
    // Servers stop queries much sooner, so a server that is silent for a minute is down.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(
        descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// Sends bytes.
  package func send(_ bytes: [UInt8]) throws(ServerError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
      }
      if count > 0 {
        sent += count
      } else if count == 0 || errno != EINTR {
        throw ServerError("The server closed the connection; try again.")
      }
    }
  }

  /// Signals to the server that no more data will be sent.
  package func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Receives until the server closes the connection.
  package func receiveAll() throws(ServerError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw ServerError("The server does not respond; check that it is running, and try again.")
      }
    }
  }

  /// Closes the connection.
  package func close() { Foundation.close(descriptor) }

  private static func connect(_ host: String, _ port: Int) throws(ServerError) -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0 else {
      throw ServerError("Unknown host “\(host)”; check the address.")
    }
    defer { freeaddrinfo(found) }
    var next = found
    while let info = next?.pointee {
      let descriptor = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
      if descriptor >= 0 {
        if Foundation.connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 { return descriptor }
        Foundation.close(descriptor)
      }
      next = info.ai_next
    }
    throw ServerError(
      "No server is listening at \(host), port \(port); start one with: peerlit serve --port \(port)"
    )
  }
}
