import Foundation
import JSON
import Synchronization

/// The access log: one line with a JSON object for each request.
///
/// Lines are queued and written by a separate thread, so a slow reader of the log never delays
/// requests. If more than 4 MiB are queued, lines are dropped and their number is logged.
final class AccessLog: Sendable {
  private struct Line: Encodable {
    var time: String
    var id: String
    var method: String
    var target: String
    var status: Int
    var bytes: Int
    var milliseconds: Double
    var error: String?
    var detail: String?
  }

  private struct Waiting {
    var bytes: [UInt8] = []
    var dropped = 0
    var isClosed = false
  }

  private static let most = 4 << 20
  private let secrets: LoggedTarget
  private let waiting = Mutex(Waiting())
  private let sink: @Sendable ([UInt8]) -> Void
  private let written = DispatchSemaphore(value: 0)

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - token: a text that is never logged.
  ///   - sink: receives whole lines; always called on the same thread.
  init(hiding token: String?, sink: @escaping @Sendable ([UInt8]) -> Void) {
    secrets = LoggedTarget(token: token)
    self.sink = sink
    Thread.detachNewThread { [self] in
      while flush() { Thread.sleep(forTimeInterval: 0.05) }
      written.signal()
    }
  }

  /// Logs a request and its response.
  func write(
    _ request: ServiceRequest, _ response: ServiceResponse, id: String, milliseconds: Double
  ) {
    let line = Line(
      time: Date.now.formatted(.iso8601WithMilliseconds), id: id, method: request.method,
      target: secrets.text(request), status: response.status, bytes: response.body.count,
      milliseconds: (milliseconds * 1000).rounded() / 1000, error: response.error?.rawValue,
      detail: response.detail)
    // Strings and numbers can always be encoded.
    guard let text = try? JSONText.bytes(line) else { return }
    waiting.withLock { waiting in
      if waiting.bytes.count > Self.most {
        waiting.dropped += 1
      } else {
        waiting.bytes += text
        waiting.bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// Writes the remaining lines and ends the thread.
  func close() {
    waiting.withLock { $0.isClosed = true }
    _ = written.wait(timeout: .now() + .seconds(1))
  }

  private func flush() -> Bool {
    let (bytes, dropped, isClosed) = waiting.withLock { waiting in
      defer {
        waiting.bytes = []
        waiting.dropped = 0
      }
      return (waiting.bytes, waiting.dropped, waiting.isClosed)
    }
    if !bytes.isEmpty { sink(bytes) }
    if dropped > 0 { sink(Array("{\"dropped\":\(dropped)}\n".utf8)) }
    return !isClosed
  }
}

extension FormatStyle where Self == Date.ISO8601FormatStyle {
  /// A point in time such as `2026-01-31T12:00:00.123Z`.
  fileprivate static var iso8601WithMilliseconds: Date.ISO8601FormatStyle {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  }
}
