import Foundation
import Service
import TestSupport
import Testing

struct UnixSocketTests {
  @Test func `only what a server left behind is replaced`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let path = temporary.path + "/s"
    try UnixSocket.removeAbandoned(path)
    try Data("text".utf8).write(to: URL(filePath: path))
    #expect(throws: ServerError.self) { try UnixSocket.removeAbandoned(path) }
    unlink(path)
    let descriptor = try Self.listen(path)
    #expect(
      throws: ServerError(
        "A server is already listening at \(path); stop it, or choose another path with --socket.")
    ) {
      try UnixSocket.removeAbandoned(path)
    }
    close(descriptor)
    #expect(FileManager.default.fileExists(atPath: path))
    try UnixSocket.removeAbandoned(path)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a socket belongs to its user alone, and the mask of the process stays`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let path = temporary.path + "/s"
    let mask = umask(0o022)
    defer { umask(mask) }
    let descriptor = try UnixSocket.bound(path)
    defer { close(descriptor) }
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(throws: ServerError.self) { try UnixSocket.bound("/nowhere/at/all.s") }
    #expect(umask(0o022) == 0o022)
  }

  @Test func `long paths are an error`() {
    #expect(throws: ServerError.self) {
      try UnixSocket.connect("/" + String(repeating: "a", count: 200))
    }
  }

  private static func listen(_ path: String) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(result == 0)
    #expect(Foundation.listen(descriptor, 4) == 0)
    return descriptor
  }
}
