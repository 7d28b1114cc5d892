import NIOCore
import Retrieval

/// Passes a request from the guard to the responder, on the executor of its route, and logs it.
struct RequestDispatcher: Sendable {
  let responder: Responder
  let requestGuard: RequestGuard
  let limits: ServiceLimits
  let queue: WorkQueue
  let log: AccessLog?

  /// Answers a request.
  ///
  /// - Parameter send: receives the response on the event loop; immediately if the route does not
  ///   read the index.
  func answer(
    _ request: ServiceRequest, on loop: any EventLoop,
    _ send: @escaping @Sendable (ServiceResponse) -> Void
  ) {
    switch responder.executor(of: request) {
    case .eventLoop: send(responder.respond(to: request))
    case .workQueue:
      // The limit starts now, so that waiting for a thread doesn't extend it.
      let deadline = ContinuousClock.now + limits.query
      queue.submit {
        let response = Index.withDeadline(deadline) { responder.respond(to: request) }
        return Compression.compressed(response, for: request)
      } _: { result in
        let response: ServiceResponse
        switch result {
        case .success(let answer): response = answer
        case .failure(let error): response = responder.failure(error, request)
        }
        loop.execute { send(response) }
      }
    }
  }

  /// Produces the next piece of a long body.
  ///
  /// - Parameter send: receives the piece on the event loop; `nil` after the last.
  func nextPiece(
    of body: BodyPieces, on loop: any EventLoop,
    _ send: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
  ) {
    queue.submit {
      try body.next()
    } _: { result in
      loop.execute { send(result) }
    }
  }

  /// Counts and logs a response, and returns it as it is sent.
  ///
  /// - Parameter duration: from the request's head to the response.
  func finish(
    _ response: ServiceResponse, to request: ServiceRequest, id: String, after duration: Duration
  ) -> ServiceResponse {
    let response = requestGuard.addingStandardHeaders(to: response, for: request, id: id)
    let milliseconds = duration / .milliseconds(1)
    responder.context.metrics.count(
      route: responder.path(of: request), method: request.method, status: response.status,
      error: response.error, seconds: milliseconds / 1000)
    log?.write(request, response, id: id, milliseconds: milliseconds)
    return response
  }
}
