import Answers
import Retrieval
import Synchronization

/// Caches the statistics of the index until it changes, because counting reads all tables.
final class StatsCache: Sendable {
  private struct Kept {
    var edition: Int
    var generation: Int
    var stats: IndexStats
  }

  private let kept = Mutex<Kept?>(nil)

  /// The statistics of an index.
  func of(_ edition: LiveIndex.Edition) throws -> IndexStats {
    let generation = try edition.index.generation()
    if let kept = kept.withLock({ $0 }), kept.edition == edition.number,
      kept.generation == generation
    {
      return kept.stats
    }
    let stats = try edition.index.stats()
    kept.withLock {
      $0 = Kept(edition: edition.number, generation: generation, stats: stats)
    }
    return stats
  }
}
