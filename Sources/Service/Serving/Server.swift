import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a responder over HTTP/1.1 until it is stopped.
public struct Server: Sendable {
  private let configuration: ServiceConfiguration
  private let responder: Responder

  /// Creates a server.
  ///
  /// - Throws: ``ServerError`` if other machines can reach the address and there is no token.
  public init(
    _ responder: Responder, _ configuration: ServiceConfiguration
  ) throws(ServerError) {
    guard configuration.address.isLocal || configuration.token != nil else {
      throw ServerError(
        "Other machines can reach that address, so the server needs a token; "
          + "set one with --token-file or PEERLIT_TOKEN.")
    }
    self.configuration = configuration
    self.responder = responder
  }

  /// Serves until SIGTERM or SIGINT, or until the task is cancelled; running requests are finished
  /// first.
  ///
  /// - Parameters:
  ///   - log: receives the lines of the access log, several at once, on a separate thread; `nil`
  ///     for no log.
  ///   - onListening: called with the address once connections are accepted.
  /// - Throws: ``ServerError`` if the server can't listen at the address.
  public func run(
    log: (@Sendable ([UInt8]) -> Void)? = nil, onListening: @escaping @Sendable (String) -> Void
  ) async throws {
    let limits = configuration.limits
    let loops = MultiThreadedEventLoopGroup.singleton
    let queue = WorkQueue(
      threads: ProcessInfo.processInfo.activeProcessorCount, limit: limits.queue,
      patience: limits.query)
    defer { queue.stop() }
    let access = log.map { AccessLog(hiding: configuration.token, sink: $0) }
    defer { access?.close() }
    let connections = OpenConnections()
    measure(queue, connections)
    let dispatcher = RequestDispatcher(
      responder: responder, requestGuard: RequestGuard(configuration), limits: limits,
      queue: queue, log: access)
    let signals = StopSignals()
    defer { signals.release() }
    let listener = try await listen(bootstrap(loops, dispatcher, connections))
    defer { if case .socket(let path) = configuration.address { unlink(path) } }
    onListening(configuration.address.text(port: listener.localAddress?.port))
    await signals.wait()
    // A failed listener counts as closed.
    try? await listener.close()
    await connections.close(within: limits.stopping, on: listener.eventLoop)
  }

  private func measure(_ queue: WorkQueue, _ connections: OpenConnections) {
    let metrics = responder.context.metrics
    metrics.gauge("peerlit_connections", "Open connections.") { connections.count }
    metrics.gauge("peerlit_queue_length", "Queries running and waiting.") { queue.length }
  }

  private func bootstrap(
    _ loops: any EventLoopGroup, _ dispatcher: RequestDispatcher, _ connections: OpenConnections
  ) -> ServerBootstrap {
    var decoder = NIOHTTPDecoderLimitConfiguration()
    decoder.maxHeaderFieldSize = configuration.limits.headers
    decoder.maxHeaderListSize = configuration.limits.headers
    decoder.maxHeaderFieldCount = 100
    var encoder = HTTPResponseEncoder.Configuration()
    encoder.automaticallySetFramingHeaders = false
    let (decoding, encoding) = (decoder, encoder)
    let most = configuration.limits.accepted
    return ServerBootstrap(group: loops)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptGate(limit: most))
        }
      }
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withErrorHandling: false, withEncoderConfiguration: encoding,
            withDecoderLimitConfiguration: decoding)
          try pipeline.addHandler(ConnectionHandler(dispatcher, connections))
        }
      }
  }

  private func listen(_ bootstrap: ServerBootstrap) async throws -> any Channel {
    switch configuration.address {
    case .socket(let path):
      return try await bootstrap.withBoundSocket(UnixSocket.bound(path)).get()
    case .port(let host, let port):
      do {
        return try await bootstrap.bind(host: host, port: port).get()
      } catch {
        throw ServerError(listeningAt: host, port, error)
      }
    }
  }
}

extension ServerError {
  /// The reason why a server can't listen at a port.
  fileprivate init(listeningAt host: String, _ port: Int, _ error: any Error) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: self.init("Port \(port) is already in use; choose another with --port.")
    case EACCES:
      self.init("Port \(port) is reserved for the system; choose one above 1023 with --port.")
    case EADDRNOTAVAIL:
      self.init("This machine has no address \(host); name one of its addresses with --host.")
    case nil: self.init("Unknown host “\(host)”; name an address of this machine with --host.")
    case let code?:
      self.init(
        "The server can't listen at \(host), port \(port) (\(String(cString: strerror(code)))); "
          + "choose another address with --host and --port.")
    }
  }
}
