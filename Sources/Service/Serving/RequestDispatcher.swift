import NIOCore
import Retrieval

/// Takes a request from its guard to the responder, on whichever thread that runs, and logs it.
struct RequestDispatcher: Sendable {
  let responder: Responder
  let requestGuard: RequestGuard
  let limits: ServiceLimits
  let queue: WorkQueue
  let log: AccessLog?

  /// Answers a request.
  ///
  /// - Parameter send: takes the response on the event loop: at once for what needs no index.
  func answer(
    _ request: ServiceRequest, on loop: any EventLoop,
    _ send: @escaping @Sendable (ServiceResponse) -> Void
  ) {
    switch responder.executor(of: request) {
    case .eventLoop: send(responder.respond(to: request))
    case .workQueue:
      // The limit counts from now on, so that waiting for a thread doesn't extend it.
      let deadline = ContinuousClock.now + limits.query
      queue.submit {
        let response = Index.withDeadline(deadline) { responder.respond(to: request) }
        return Compression.compressed(response, for: request)
      } _: { result in
        let response: ServiceResponse
        switch result {
        case .success(let answer): response = answer
        case .failure(let error): response = .failure(ServiceError(error))
        }
        loop.execute { send(response) }
      }
    }
  }

  /// Makes the next piece of a long body.
  ///
  /// - Parameter send: takes the piece on the event loop; `nil` after the last.
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

  /// The response as it is sent, after it is counted and logged.
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
