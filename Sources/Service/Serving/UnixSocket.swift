import Foundation

/// The place of a unix socket in the file system.
package enum UnixSocket {
  /// Makes a path fit to be bound: what a server left that is gone is removed.
  ///
  /// - Throws: ``ServerError`` when a server answers there, or the path is something else.
  package static func prepare(_ path: String) throws(ServerError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw ServerError("\(path) is there already, and no socket. Name another with --socket.")
    }
    if try isAlive(path) {
      throw ServerError("A server listens at \(path) already.")
    }
    unlink(path)
  }

  /// Whether somebody listens.
  private static func isAlive(_ path: String) throws(ServerError) -> Bool {
    let descriptor = try connect(path)
    guard let descriptor else { return false }
    close(descriptor)
    return true
  }

  /// A connection to a socket; `nil` when nobody listens.
  package static func connect(_ path: String) throws(ServerError) -> Int32? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < capacity else {
      throw ServerError("The path of a socket has at most \(capacity - 1) bytes: \(path)")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw ServerError("No socket could be made.") }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    if result == 0 { return descriptor }
    close(descriptor)
    return nil
  }
}

/// The unix socket of one server, from before it is bound until after it is closed.
struct SocketPlace: Sendable {
  private let path: String
  private let mask: mode_t

  /// Makes place for a socket; `nil` for another kind of address.
  init?(_ address: ServiceConfiguration.Address) throws(ServerError) {
    guard case .socket(let path) = address else { return nil }
    try UnixSocket.prepare(path)
    self.path = path
    // Bound under this mask, the socket is its owner's alone from the first moment on.
    mask = umask(0o177)
  }

  /// Puts the mask back for files that are made from now on.
  func restrict() { umask(mask) }

  /// Removes the socket.
  func remove() { unlink(path) }
}

/// What keeps a server from serving, or a client from asking it.
public struct ServerError: Error, CustomStringConvertible, Equatable {
  /// What happened, and what to do.
  public let description: String

  /// Makes an error.
  public init(_ description: String) {
    self.description = description
  }
}
