import Foundation
import Synchronization

/// The reader's wish that long work should stop (Ctrl-C).
///
/// Only work that asks is told: until the first time, Ctrl-C ends the program at once, as usual.
enum Interruption {
  private static let asked = Atomic(false)

  private static let isListening: Bool = {
    signal(SIGINT) { _ in
      // The second time is meant at once.
      signal(SIGINT, SIG_DFL)
      asked.store(true, ordering: .relaxed)
    }
    return true
  }()

  /// Whether the wish was made since this was first asked.
  static var isAsked: Bool { isListening && asked.load(ordering: .relaxed) }
}
