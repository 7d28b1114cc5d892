import Foundation

/// The signals that ask a server to stop: SIGTERM and SIGINT (Ctrl-C).
///
/// They are caught from the moment it is made until ``wait()`` returns; a second signal then ends
/// the program at once.
final class StopSignals {
  private let signals: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (signals, arrived) = AsyncStream.makeStream(of: Void.self)
    self.signals = signals
    sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { arrived.yield() }
      source.resume()
      return source
    }
  }

  /// Waits for a signal, or until the task is cancelled.
  func wait() async {
    for await _ in signals { break }
    release()
  }

  /// Lets signals end the program again.
  func release() {
    for source in sources { source.cancel() }
    for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
  }
}
