import NIOCore
import NIOHTTP1

/// Handles one connection: receives requests, forwards them and sends the responses.
///
/// NIO's pipeline handler comes before it, so requests arrive one at a time, each after the
/// response to the previous one. Everything runs on the connection's event loop.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// The state of a request that is being received or answered.
  private struct Exchange {
    var head: HTTPRequestHead?
    var request: ServiceRequest
    var id: String
    var start = ContinuousClock.now
  }

  private enum Phase {
    /// No request yet, or only part of its head.
    case waiting
    /// The body is arriving.
    case receiving
    /// The request is being answered; the rest of its body is discarded.
    case answering
    /// The last response of the connection was written; further input is discarded.
    case closing
  }

  private let dispatcher: RequestDispatcher
  private let connections: OpenConnections
  private let limits: ServiceLimits
  private var context: ChannelHandlerContext?
  private var isRegistered = false
  private var isOverLimit = false

  private var phase = Phase.waiting
  private var exchange: Exchange?
  /// Whether the connection serves another request after this one.
  private var keepsAlive = true
  /// Whether the request has arrived completely.
  private var isReceived = false
  private var hasParts = false
  /// Whether a response has been started but not ended.
  private var isWriting = false
  private var unsentResponses = 0
  private var clock: ConnectionClock
  private var timer: RepeatedTask?

  init(_ dispatcher: RequestDispatcher, _ connections: OpenConnections) {
    self.dispatcher = dispatcher
    self.connections = connections
    limits = dispatcher.limits
    clock = ConnectionClock(limits: dispatcher.limits)
  }

  // MARK: - The connection's life

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    guard let count = connections.add(context.channel) else { return context.close(promise: nil) }
    isRegistered = true
    isOverLimit = count > limits.connections
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleRepeatedTask(
      initialDelay: ConnectionClock.tick, delay: ConnectionClock.tick
    ) { _ in handler.value.lookAtClock() }
  }

  func handlerRemoved(context: ChannelHandlerContext) { end(context) }

  func channelInactive(context: ChannelHandlerContext) {
    end(context)
    context.fireChannelInactive()
  }

  private func end(_ context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    if isRegistered { connections.remove(context.channel) }
    isRegistered = false
    phase = .closing
    self.context = nil
  }

  // MARK: - Receiving

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    hasParts = true
    if phase == .closing { return }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let bytes): append(bytes)
    case .end:
      isReceived = true
      clock.stop(.receiving)
      if phase == .receiving { dispatch(context) }
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Bytes that gave no HTTP part are the beginning of a head.
    if phase == .waiting, !hasParts { clock.startOnce(.head) }
    hasParts = false
    context.fireChannelReadComplete()
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    clock.stop(.idle)
    clock.stop(.head)
    clock.start(.receiving)
    var request = HTTPAdapter.request(head)
    request.peer = context.remoteAddress?.ipAddress
    exchange = Exchange(head: head, request: request, id: RequestID.of(request))
    // NIO reads no requests after an upgrade request, and upgrades are not supported here.
    let asksForUpgrade = head.method == .CONNECT || head.headers.contains(name: "upgrade")
    keepsAlive = keepsAlive && head.isKeepAlive && !asksForUpgrade
    isReceived = false
    phase = .receiving
    if isOverLimit {
      refuse(ServiceError(.overloaded, "Too many connections.", hint: "Try again in a moment."))
    } else if let early = dispatcher.requestGuard.answer(to: request) {
      respond(early)
    } else if head.version == .http1_1, request.headers["expect"]?.lowercased() == "100-continue" {
      let go = HTTPResponseHead(version: .http1_1, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(go)), promise: nil)
    }
  }

  private func append(_ bytes: ByteBuffer) {
    guard phase == .receiving, let count = exchange?.request.body.count else { return }
    guard count + bytes.readableBytes <= limits.body else {
      guard let request = exchange?.request else { return }
      return respond(dispatcher.requestGuard.tooLarge(request))
    }
    exchange?.request.body += bytes.readableBytesView
  }

  private func dispatch(_ context: ChannelHandlerContext) {
    guard let exchange else { return }
    phase = .answering
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    dispatcher.answer(exchange.request, on: context.eventLoop) { handler.value.respond($0) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The client has sent its last request but may still read.
    if case ChannelEvent.inputClosed = event {
      keepsAlive = false
      isReceived = true
      if phase == .waiting || phase == .closing, unsentResponses == 0 {
        context.close(promise: nil)
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else { return context.close(promise: nil) }
    switch phase {
    case .closing: break
    case .answering: context.close(promise: nil)
    case .waiting, .receiving:
      // The response replaces the one to the request that could not be read.
      if phase == .waiting { exchange = nil }
      let isLate = clock.isLate(.head) || clock.isLate(.idle)
      refuse(ServiceError(unreadable: error, isLate: isLate, limits))
    }
  }

  // MARK: - Sending

  /// Sends an error without calling the responder, then closes the connection.
  private func refuse(_ error: ServiceError) {
    keepsAlive = false
    respond(
      exchange.map { ServiceResponse.refusal(error, of: $0.request) } ?? .failure(error))
  }

  private func respond(_ answer: ServiceResponse) {
    guard let context, phase != .closing else { return }
    let request = exchange?.request ?? ServiceRequest("", "")
    let duration = exchange.map { ContinuousClock.now - $0.start } ?? .zero
    let response = dispatcher.finish(
      answer, to: request, id: exchange?.id ?? RequestID.of(request), after: duration)
    if response["connection"] == "close" { keepsAlive = false }
    // In HTTP/1.0, only closing the connection marks the end of a body without a length.
    if response.rest != nil, exchange?.head?.version == .http1_0 { keepsAlive = false }
    phase = .answering
    isWriting = true
    clock.start(.sending)
    let head = HTTPAdapter.head(response, to: exchange?.head, isLast: !keepsAlive)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let hasBody = exchange?.head?.method != .HEAD
    if hasBody, !response.body.isEmpty {
      let bytes = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    }
    if hasBody, let rest = response.rest {
      context.flush()
      sendPieces(of: rest, context)
    } else {
      finish(context)
    }
  }

  /// Sends a long body, each piece after the client has received the previous one.
  private func sendPieces(of body: BodyPieces, _ context: ChannelHandlerContext) {
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    dispatcher.nextPiece(of: body, on: context.eventLoop) { result in
      let handler = handler.value
      guard let context = handler.context else { return }
      guard case .success(let piece) = result else { return context.close(promise: nil) }
      guard let piece else { return handler.finish(context) }
      handler.clock.start(.sending)
      let bytes = context.channel.allocator.buffer(bytes: piece)
      let bound = NIOLoopBound(handler, eventLoop: context.eventLoop)
      context.writeAndFlush(handler.wrapOutboundOut(.body(.byteBuffer(bytes)))).whenComplete { _ in
        guard let context = bound.value.context else { return }
        bound.value.sendPieces(of: body, context)
      }
    }
  }

  /// Ends a response.
  ///
  /// Writing the end may deliver the next request immediately, so all state is reset first.
  private func finish(_ context: ChannelHandlerContext) {
    let closes = !keepsAlive
    phase = closes ? .closing : .waiting
    exchange = nil
    isWriting = false
    unsentResponses += 1
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { result in
      let handler = handler.value
      handler.unsentResponses -= 1
      guard let context = handler.context else { return }
      if case .failure = result { return context.close(promise: nil) }
      if handler.unsentResponses == 0, !handler.isWriting { handler.clock.stop(.sending) }
      if handler.phase == .waiting { handler.clock.start(.idle) }
      if closes { handler.close(context) }
    }
  }

  /// Closes the connection.
  ///
  /// If the connection were closed while request bytes arrive, the system would reset it and the
  /// client could lose the response. So input is read and discarded for a moment first.
  private func close(_ context: ChannelHandlerContext) {
    if isReceived { return context.close(promise: nil) }
    clock.stop(.receiving)
    clock.start(.lingering)
    context.close(mode: .output, promise: nil)
  }

  // MARK: - Time

  private func lookAtClock() {
    guard let context else { return }
    if clock.isLate(.sending) || clock.isLate(.lingering) {
      context.close(promise: nil)
    } else if clock.isLate(.receiving) {
      switch phase {
      case .receiving:
        refuse(
          ServiceError(
            .bodyTimeout, "The body did not arrive in time.", hint: "Send it without pauses."))
      case .waiting, .answering, .closing: context.close(promise: nil)
      }
    } else if phase == .waiting, unsentResponses == 0 {
      if clock.isLate(.head) || clock.isLate(.idle) && !clock.hasServed {
        // This makes NIO's pipeline handler accept a response although no request was read.
        context.pipeline.fireErrorCaught(HTTPParserError.invalidEOFState)
      } else if clock.isLate(.idle) {
        context.close(promise: nil)
      }
    }
  }
}
