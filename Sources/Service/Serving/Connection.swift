import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Synchronization

/// Guards one connection: bodies that do not come, responses that are not taken, and more
/// connections than the server keeps.
///
/// Hummingbird closes a connection that is idle between requests; this is for what happens within.
/// One timer a connection looks now and then, so that a request pays for a look at the clock alone.
final class Connection: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ServiceLimits
  private let count: ConnectionCount
  private var isOver = false
  private var isCounted = false
  private var receivingSince: NIODeadline?
  private var sendingSince: NIODeadline?
  private var closesAfterResponse = false
  private var timer: RepeatedTask?

  init(limits: ServiceLimits, count: ConnectionCount) {
    self.limits = limits
    self.count = count
  }

  func handlerAdded(context: ChannelHandlerContext) {
    isCounted = true
    isOver = count.add() > limits.connections
    // It would answer what is no HTTP with an empty body.
    let pipeline = context.pipeline.syncOperations
    if let handler = try? pipeline.handler(type: HTTPServerProtocolErrorHandler.self) {
      pipeline.removeHandler(handler, promise: nil)
    }
    let box = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleRepeatedTask(
      initialDelay: .seconds(1), delay: .seconds(1)
    ) { _ in
      let (handler, context) = box.value
      handler.look(context)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { end() }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  private func end() {
    timer?.cancel()
    timer = nil
    if isCounted { count.remove() }
    isCounted = false
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      receivingSince = .now()
      if isOver {
        refuse(
          context,
          ServiceError(
            .overloaded, "The server has as many connections as it keeps.",
            hint: "Try again in a moment."))
        return
      }
    case .body: if isOver { return }
    case .end:
      receivingSince = nil
      if isOver { return }
    }
    context.fireChannelRead(data)
  }

  /// Answers what is no HTTP, or more of it than is read; NIO then closes the connection.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
    if sendingSince == nil, !isOver {
      isOver = true
      let isLong = error == .headerOverflow
      refuse(
        context,
        isLong
          ? ServiceError(
            .headersTooLarge,
            "The address and headers are longer than \(limits.headers) bytes.",
            hint: "Send a long query as JSON with POST /search.")
          : ServiceError(
            .malformedRequest, "That is no HTTP request that can be read.",
            hint: "See docs/http.md for what can be asked."))
    }
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      sendingSince = .now()
      if head.headerFields[.connection] == "close" { closesAfterResponse = true }
      context.write(data, promise: promise)
    case .body:
      // A long response comes in pieces, the next one when this one is taken.
      sendingSince = .now()
      context.write(data, promise: promise)
    case .end:
      let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
      let box = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      sent.futureResult.whenComplete { _ in
        let (handler, context) = box.value
        handler.sendingSince = nil
        if handler.closesAfterResponse { context.close(promise: nil) }
      }
      context.write(data, promise: sent)
    }
  }

  /// Answers with an error in place of the responder, and closes.
  private func refuse(_ context: ChannelHandlerContext, _ error: ServiceError) {
    let answer = ServiceResponse.failure(error)
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    fields[.connection] = "close"
    fields[.contentLength] = String(answer.body.count)
    let head = HTTPResponse(status: .init(code: answer.status), headerFields: fields)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(ByteBuffer(bytes: answer.body))), promise: nil)
    let box = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      box.value.close(promise: nil)
    }
  }

  private func look(_ context: ChannelHandlerContext) {
    let now = NIODeadline.now()
    if let since = sendingSince, now - since > TimeAmount(limits.sending) {
      context.close(promise: nil)
    } else if let since = receivingSince, now - since > TimeAmount(limits.receiving) {
      receivingSince = nil
      // A response that is under way can't be taken back.
      if sendingSince != nil { return context.close(promise: nil) }
      isOver = true
      refuse(
        context,
        ServiceError(.bodyTimeout, "The body did not come in time.", hint: "Send it at once."))
    }
  }
}

/// How many connections there are.
final class ConnectionCount: Sendable {
  private let count = Atomic(0)

  /// Counts one more, and tells how many there are now.
  func add() -> Int { count.add(1, ordering: .relaxed).newValue }

  /// Counts one less.
  func remove() { count.subtract(1, ordering: .relaxed) }

  /// How many there are.
  var current: Int { count.load(ordering: .relaxed) }
}
