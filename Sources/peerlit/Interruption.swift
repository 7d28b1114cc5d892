import Foundation
import Synchronization

/// Requests to stop long work: Ctrl-C (SIGINT), and SIGTERM as system managers send it.
///
/// Until the first time that work asks, they end the program at once, as usual.
enum Interruption {
  private static let asked = Atomic(false)

  private static let isListening: Bool = {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        // A second signal ends the program at once.
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
        asked.store(true, ordering: .relaxed)
      }
    }
    return true
  }()

  /// Whether a stop was requested since this was first asked.
  static var isAsked: Bool { isListening && asked.load(ordering: .relaxed) }
}
