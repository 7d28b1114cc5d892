import Answers
import Synchronization

/// The words of an index as of one commit, read when they are first asked for.
///
/// They are read anew some seconds after the index changed, beside the answers: words that are new
/// can wait, people who type can't.
final class WordListCache: Sendable {
  private struct State {
    var list: WordList?
    var generation = -1
    var read: ContinuousClock.Instant?
    var isReading = false
  }

  private let state = Mutex(State())

  /// How old a list may be that is no longer true.
  private static let patience = Duration.seconds(10)

  /// The list that is at hand, and whether it is to be read anew by whoever asks.
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

extension Index {
  /// Completes and corrects a text that somebody types.
  ///
  /// - Parameter limit: how many completions at most.
  public func suggest(_ text: String, limit: Int = 8) throws -> Suggestions {
    try use { session in
      let generation = session.snapshot.generation
      let (known, isStale) = words.current(generation)
      if let known, isStale {
        Task.detached(priority: .utility) { [self] in try? readWords() }
        return Suggester(analyzer: session.analyzer, words: known).suggestions(text, limit: limit)
      }
      let list = try known ?? WordList(session.database)
      if known == nil { words.keep(list, generation) }
      return Suggester(analyzer: session.analyzer, words: list).suggestions(text, limit: limit)
    }
  }

  /// Reads what suggestions are made of, so that the first one does not wait for it.
  public func readWords() throws {
    defer { words.forget() }
    try use { session in
      words.keep(try WordList(session.database), session.snapshot.generation)
    }
  }
}
