import HTTPTypes
import Hummingbird
import NIOCore

/// Where requests of Hummingbird become values, and values its responses.
struct Rim: HTTPResponder {
  /// What Hummingbird tells of a request beside it: nothing that is needed.
  struct Context: InitializableFromSource {
    init(source: ApplicationRequestContextSource) {}
  }

  let responder: Responder
  let gate: Gate
  let limits: ServiceLimits
  let queue: WorkQueue
  let log: AccessLog?

  func respond(to request: Request, context: Context) async throws -> Response {
    let start = ContinuousClock.now
    var asked = Self.request(request.head)
    let id = RequestName.of(asked)
    var answer: ServiceResponse
    if let early = gate.answer(to: asked) {
      answer = early
    } else {
      do {
        asked.body = Array(buffer: try await request.body.collect(upTo: limits.body))
        answer = await self.answer(asked)
      } catch is NIOTooManyBytesError {
        answer = .failure(Gate.tooLarge(limits.body))
      }
    }
    answer = gate.dressed(answer, for: asked, id: id)
    note(asked, answer, id, ContinuousClock.now - start)
    return response(answer, to: asked)
  }

  private func answer(_ request: ServiceRequest) async -> ServiceResponse {
    switch responder.place(of: request) {
    case .here: return responder.respond(to: request)
    case .queue:
      do {
        return try await queue.run { [responder] in
          Compression.compressed(responder.respond(to: request), for: request)
        }
      } catch {
        return .failure(ServiceError(error))
      }
    }
  }

  private func note(
    _ request: ServiceRequest, _ answer: ServiceResponse, _ id: String, _ duration: Duration
  ) {
    let milliseconds = duration / .milliseconds(1)
    responder.context.metrics.count(
      route: responder.path(of: request), method: request.method, status: answer.status,
      error: answer.error, seconds: milliseconds / 1000)
    log?.write(
      AccessLog.Entry(
        time: Timestamp.now(), id: id, method: request.method, target: request.target,
        status: answer.status, bytes: answer.body.count,
        milliseconds: (milliseconds * 1000).rounded() / 1000, error: answer.error?.rawValue,
        detail: answer.detail))
  }

  private static func request(_ head: HTTPRequest) -> ServiceRequest {
    var request = ServiceRequest(head.method.rawValue, head.path ?? "/")
    // `Host` is no field of its own here.
    if let host = head.authority { request.headers["host"] = host }
    for field in head.headerFields {
      let name = field.name.canonicalName
      if let before = request.headers[name] {
        request.headers[name] = before + ", " + field.value
      } else {
        request.headers[name] = field.value
      }
    }
    return request
  }

  private func response(_ answer: ServiceResponse, to request: ServiceRequest) -> Response {
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    let status = HTTPResponse.Status(code: answer.status)
    if request.method == "HEAD" {
      if answer.rest == nil { fields[.contentLength] = String(answer.body.count) }
      return Response(status: status, headers: fields)
    }
    let beginning = ByteBuffer(bytes: answer.body)
    guard let rest = answer.rest else {
      return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: beginning))
    }
    return Response(
      status: status, headers: fields,
      body: ResponseBody { [queue] writer in
        try await writer.write(beginning)
        while let piece = try await queue.run({ try rest.next() }) {
          try await writer.write(ByteBuffer(bytes: piece))
        }
        try await writer.finish(nil)
      })
  }
}
