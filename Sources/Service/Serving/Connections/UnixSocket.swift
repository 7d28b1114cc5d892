import Foundation

/// Unix sockets: binds one that only its owner can open, and connects to one.
package enum UnixSocket {
  /// Binds a socket that only this user can open (mode 0600).
  ///
  /// A socket left at the path by a dead server is removed.
  ///
  /// - Throws: ``ServerError`` if a server is listening there or the path is not a socket.
  package static func bound(_ path: String) throws(ServerError) -> Int32 {
    try removeAbandoned(path)
    let address = try address(path)
    let descriptor = try open()
    // On Linux the file gets the mode of the socket, so nobody else can ever open it.
    guard fchmod(descriptor, 0o600) == 0, call(Foundation.bind, descriptor, address) == 0 else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw ServerError(
        "Can't create the socket \(path) (\(reason)); choose another with --socket.")
    }
    return descriptor
  }

  /// Connects to a socket; `nil` if no server is listening.
  package static func connect(_ path: String) throws(ServerError) -> Int32? {
    let address = try address(path)
    let descriptor = try open()
    if call(Foundation.connect, descriptor, address) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  /// Removes the socket of a dead server.
  ///
  /// - Throws: ``ServerError`` if a server is listening there or the path is not a socket.
  package static func removeAbandoned(_ path: String) throws(ServerError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw ServerError("\(path) exists and is not a socket; choose another path with --socket.")
    }
    if let descriptor = try connect(path) {
      close(descriptor)
      throw ServerError(
        "A server is already listening at \(path); stop it, or choose another path with --socket.")
    }
    unlink(path)
  }

  private static func address(_ path: String) throws(ServerError) -> sockaddr_un {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < capacity else {
      throw ServerError(
        "The socket path is longer than \(capacity - 1) bytes; choose a shorter one: \(path)")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return address
  }

  private static func open() throws(ServerError) -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else {
      throw ServerError("Too many files are open; close some, or raise the limit (ulimit -n).")
    }
    return descriptor
  }

  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ descriptor: Int32,
    _ address: sockaddr_un
  ) -> Int32 {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
