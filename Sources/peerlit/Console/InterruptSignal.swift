import Foundation
import Service
import Synchronization

/// Ctrl-C (SIGINT) or SIGTERM, as a request to stop long work cleanly.
///
/// Only work that checks ``isReceived`` stops cleanly. Before the first check, the signals end the
/// program immediately, as usual. A second signal always does.
enum InterruptSignal {
  private static let received = Atomic(false)

  private static let isListening: Bool = {
    StopSignals.unblock()
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        // A second signal has its default effect, even if both arrive before this runs.
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
        if received.exchange(true, ordering: .relaxed) { raise(number) }
      }
    }
    return true
  }()

  /// Whether a signal was received since the first call.
  static var isReceived: Bool { isListening && received.load(ordering: .relaxed) }
}
