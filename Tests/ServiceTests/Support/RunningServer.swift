import Dispatch
import Foundation
import Service

/// A server on the sample index that a test uses over real connections.
enum RunningServer {
  /// A free port.
  static func configuration() -> ServiceConfiguration {
    var configuration = ServiceConfiguration()
    configuration.address = .port(host: "127.0.0.1", 0)
    return configuration
  }

  /// Runs a server, and a body on another thread, which may block.
  static func ask<Result: Sendable>(
    _ configure: (inout ServiceConfiguration) -> Void = { _ in }, table: RouteTable = .standard,
    log: (@Sendable ([UInt8]) -> Void)? = nil,
    _ body: @escaping @Sendable (ServerAddress) throws -> Result
  ) async throws -> Result {
    var configuration = configuration()
    configure(&configuration)
    let server = try Server(
      Responder(try SeedService.responder.get().context, table: table), configuration)
    let (addresses, listening) = AsyncStream.makeStream(of: String.self)
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { listening.finish() }
        try await server.run(log: log) { listening.yield($0) }
        return nil
      }
      group.addTask {
        for await text in addresses {
          let address = try ServerAddress(text)
          return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
              continuation.resume(with: Swift.Result { try body(address) })
            }
          }
        }
        throw ServerError("The server ended.")
      }
      while let outcome = try await group.next() {
        if let result = outcome {
          group.cancelAll()
          // Wait until the server has ended, so that its socket is gone.
          while (try? await group.next()) != nil {}
          return result
        }
      }
      throw ServerError("The server ended.")
    }
  }

  /// Sends bytes, and receives until the server ends the connection.
  static func exchange(_ address: ServerAddress, _ parts: String...) throws -> String {
    let socket = try BlockingSocket(address)
    defer { socket.close() }
    for part in parts { try socket.send(Array(part.utf8)) }
    return String(decoding: try socket.receiveAll(), as: UTF8.self)
  }
}
