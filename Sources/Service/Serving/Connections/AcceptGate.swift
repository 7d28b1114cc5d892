import Foundation
import NIOCore

/// Accepts no connections while too many are open, or while the system can open no more files,
/// until one closes.
///
/// A connection that waits would otherwise wake the event loop again and again.
final class AcceptGate: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  /// The time until the next attempt if no files could be opened; others may have closed some.
  private static let patience = TimeAmount.seconds(1)

  private let limit: Int
  private var count = 0
  private var isPaused = false

  /// Creates the gate of a server.
  ///
  /// - Parameter limit: the maximum number of open connections, those included that are refused.
  init(limit: Int) {
    self.limit = limit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count += 1
    let server = context.channel
    if count >= limit { pause(server) }
    let gate = NIOLoopBound(self, eventLoop: context.eventLoop)
    unwrapInboundIn(data).closeFuture.hop(to: context.eventLoop).whenComplete { _ in
      gate.value.release(server)
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let code = (error as? IOError)?.errnoCode,
      [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code)
    {
      let server = context.channel
      pause(server)
      let gate = NIOLoopBound(self, eventLoop: context.eventLoop)
      context.eventLoop.scheduleTask(in: Self.patience) { gate.value.resume(server) }
    }
    context.fireErrorCaught(error)
  }

  private func release(_ server: any Channel) {
    count -= 1
    resume(server)
  }

  private func pause(_ server: any Channel) {
    if isPaused { return }
    isPaused = true
    accept(false, server)
  }

  private func resume(_ server: any Channel) {
    guard isPaused, count < limit else { return }
    isPaused = false
    accept(true, server)
  }

  private func accept(_ accepts: Bool, _ server: any Channel) {
    // The option can't be set if the server has stopped.
    try? server.syncOptions?.setOption(.autoRead, value: accepts)
  }
}
