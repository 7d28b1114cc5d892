import Foundation
import JSON
import Synchronization

/// What was asked and how it went, a JSON object a line.
///
/// Lines are gathered and written by a thread of its own: whoever reads the log slowly makes no
/// request wait. Beyond some megabytes lines are dropped, and their number is told.
final class AccessLog: Sendable {
  /// What a line tells.
  struct Entry: Encodable {
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
  private let waiting = Mutex(Waiting())
  private let sink: @Sendable ([UInt8]) -> Void
  private let written = DispatchSemaphore(value: 0)

  /// Opens a log.
  ///
  /// - Parameter sink: takes whole lines; called on one thread.
  init(sink: @escaping @Sendable ([UInt8]) -> Void) {
    self.sink = sink
    Thread.detachNewThread { [self] in
      while flush() { Thread.sleep(forTimeInterval: 0.05) }
      written.signal()
    }
  }

  /// Adds a line.
  func write(_ entry: Entry) {
    guard let line = try? JSONText.bytes(entry) else { return }
    waiting.withLock { waiting in
      if waiting.bytes.count > Self.most {
        waiting.dropped += 1
      } else {
        waiting.bytes += line
        waiting.bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// Writes what is left, and ends.
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

/// Points in time as ISO 8601 writes them: `2026-01-31T12:00:00.123Z`.
enum Timestamp {
  /// The time now.
  static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let date = [
      (Int(parts.tm_year) + 1900, 4), (Int(parts.tm_mon) + 1, 2), (Int(parts.tm_mday), 2),
    ]
    let clock = [Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec)]
    return date.map { digits($0.0, $0.1) }.joined(separator: "-") + "T"
      + clock.map { digits($0, 2) }.joined(separator: ":")
      + "." + digits(Int(time.tv_nsec) / 1_000_000, 3) + "Z"
  }
}
