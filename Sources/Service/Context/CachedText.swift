import Synchronization

/// A text that is created on first use and then cached.
final class CachedText: Sendable {
  private let kept = Mutex<[UInt8]?>(nil)

  /// The text.
  func text(_ make: () -> [UInt8]) -> [UInt8] {
    kept.withLock { kept in
      let text = kept ?? make()
      kept = text
      return text
    }
  }
}
