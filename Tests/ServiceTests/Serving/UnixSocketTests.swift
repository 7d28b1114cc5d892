import Foundation
import Service
import Testing

struct UnixSocketTests {
  @Test func `only what a server left behind is replaced`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).s"
    try UnixSocket.prepare(path)
    try Data("text".utf8).write(to: URL(filePath: path))
    #expect(throws: ServerError.self) { try UnixSocket.prepare(path) }
    unlink(path)
    let descriptor = try Self.listen(path)
    #expect(throws: ServerError("A server listens at \(path) already.")) {
      try UnixSocket.prepare(path)
    }
    close(descriptor)
    #expect(FileManager.default.fileExists(atPath: path))
    try UnixSocket.prepare(path)
    #expect(!FileManager.default.fileExists(atPath: path))
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
