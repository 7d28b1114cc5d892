import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// Serves a responder over HTTP until it is told to stop.
public struct Server: Sendable {
  private let configuration: ServiceConfiguration
  private let responder: Responder

  /// Makes a server.
  ///
  /// - Throws: ``ServerError`` for an address that other machines reach and no token.
  public init(
    _ responder: Responder, _ configuration: ServiceConfiguration
  ) throws(ServerError) {
    guard configuration.address.isLocal || configuration.token != nil else {
      throw ServerError(
        "Other machines can reach that address, so requests must bring a token: "
          + "give --token-file, or set PEERLIT_TOKEN.")
    }
    self.configuration = configuration
    self.responder = responder
  }

  /// Serves until SIGTERM or SIGINT; requests under way are then finished.
  ///
  /// - Parameters:
  ///   - log: takes the lines of the access log, several at once, on a thread of its own; `nil`
  ///     for no log.
  ///   - onListening: called with the address once connections are accepted.
  /// - Throws: ``ServerError`` when the address can't be listened at.
  public func run(
    log: (@Sendable ([UInt8]) -> Void)? = nil, onListening: @escaping @Sendable (String) -> Void
  ) async throws {
    let limits = configuration.limits
    let queue = WorkQueue(
      threads: ProcessInfo.processInfo.activeProcessorCount, limit: limits.queue,
      patience: limits.query)
    let connections = ConnectionCount()
    let access = log.map { AccessLog(sink: $0) }
    defer { access?.close() }
    gauge(queue, connections)
    let quiet = Logger(label: "peerlit", factory: { _ in SwiftLogNoOpLogHandler() })
    let socket = try SocketPlace(configuration.address)
    let application = Application(
      responder: Rim(
        responder: responder, gate: Gate(configuration), limits: limits, queue: queue, log: access),
      server: .http1(configuration: channel(connections)),
      configuration: ApplicationConfiguration(address: bindAddress),
      onServerRunning: { channel in
        socket?.restrict()
        onListening(configuration.address.text(port: channel.localAddress?.port))
      },
      logger: quiet)
    var group = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    group.maximumGracefulShutdownDuration = limits.stopping
    defer { socket?.remove() }
    do {
      try await ServiceGroup(configuration: group).run()
    } catch is CancellationError {
      // Requests that outlived the time for stopping.
    } catch let error as IOError {
      throw ServerError("Can't listen at \(configuration.address.text(port: nil)): \(error)")
    }
    await queue.stop()
  }

  private func gauge(_ queue: WorkQueue, _ connections: ConnectionCount) {
    responder.context.metrics.gauge("peerlit_connections", "Connections open.") {
      connections.current
    }
    responder.context.metrics.gauge("peerlit_queue_length", "Queries under way and waiting.") {
      queue.length
    }
  }

  private func channel(_ connections: ConnectionCount) -> HTTP1Channel.Configuration {
    let limits = configuration.limits
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [Connection(limits: limits, count: connections)],
      idleTimeout: TimeAmount(limits.idle),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headers, maxHeaderListSize: limits.headers,
        maxHeaderFieldCount: 100))
  }

  private var bindAddress: BindAddress {
    switch configuration.address {
    case .port(let host, let port): .hostname(host, port: port)
    case .socket(let path): .unixDomainSocket(path: path)
    }
  }
}

extension ServiceConfiguration.Address {
  /// The address as clients write it.
  ///
  /// - Parameter port: the port that was found free, if any was asked for.
  func text(port found: Int?) -> String {
    switch self {
    case .port(let host, let wanted):
      "http://\(host.contains(":") ? "[\(host)]" : host):\(found ?? wanted)"
    case .socket(let path): "unix:\(path)"
    }
  }
}
