import NIOCore
import Synchronization

/// The open connections of a server.
final class OpenConnections: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isClosing = false
  }

  private let state = Mutex(State())

  /// Adds a connection.
  ///
  /// - Returns: the number of connections including it; `nil` if the server is stopping.
  func add(_ channel: any Channel) -> Int? {
    state.withLock { state in
      if state.isClosing { return nil }
      state.channels[ObjectIdentifier(channel)] = channel
      return state.channels.count
    }
  }

  /// Removes a connection that was closed.
  func remove(_ channel: any Channel) {
    state.withLock { _ = $0.channels.removeValue(forKey: ObjectIdentifier(channel)) }
  }

  /// The number of connections.
  var count: Int { state.withLock { $0.channels.count } }

  /// Closes idle connections immediately and the others after their response.
  ///
  /// - Parameter limit: how long to wait for responses; after that, connections are closed anyway.
  func close(within limit: Duration, on loop: any EventLoop) async {
    let channels = state.withLock { state in
      state.isClosing = true
      return Array(state.channels.values)
    }
    for channel in channels {
      channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
    let forced = loop.scheduleTask(in: TimeAmount(limit)) {
      for channel in channels { channel.close(promise: nil) }
    }
    // A failed connection counts as closed.
    _ = try? await EventLoopFuture.whenAllComplete(channels.map(\.closeFuture), on: loop).get()
    forced.cancel()
  }
}
