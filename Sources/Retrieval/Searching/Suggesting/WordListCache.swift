import Synchronization

/// The words of an index as of one commit, read when first needed.
///
/// After the index has changed, they are read again within seconds, in the background: new words
/// can wait, but people who are typing can't.
final class WordListCache: Sendable {
  private struct State {
    var list: WordList?
    var generation = -1
    var read: ContinuousClock.Instant?
    var isReading = false
  }

  private let state = Mutex(State())

  /// The age from which the list of an earlier commit is read again.
  private static let patience = Duration.seconds(10)

  /// The current list, and whether the caller must read it again.
  func current(_ generation: Int) -> (list: WordList?, isStale: Bool) {
    state.withLock { state in
      guard let list = state.list, let read = state.read else { return (nil, true) }
      let isOld = state.generation != generation && ContinuousClock.now - read > Self.patience
      guard isOld, !state.isReading else { return (list, false) }
      state.isReading = true
      return (list, true)
    }
  }

  func keep(_ list: WordList, _ generation: Int) {
    state.withLock { state in
      state = State(list: list, generation: generation, read: .now)
    }
  }

  func forget() { state.withLock { $0.isReading = false } }
}
