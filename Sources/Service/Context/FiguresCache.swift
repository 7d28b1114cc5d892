import Answers
import Retrieval
import Synchronization

/// The statistics of the index, kept until it changes, since counting reads all tables.
final class FiguresCache: Sendable {
  private struct Kept {
    var edition: Int
    var generation: Int
    var figures: IndexFigures
  }

  private let kept = Mutex<Kept?>(nil)

  /// The statistics of an index.
  func of(_ edition: LiveIndex.Edition) throws -> IndexFigures {
    let generation = try edition.index.generation()
    if let kept = kept.withLock({ $0 }), kept.edition == edition.number,
      kept.generation == generation
    {
      return kept.figures
    }
    let figures = try edition.index.stats()
    kept.withLock {
      $0 = Kept(edition: edition.number, generation: generation, figures: figures)
    }
    return figures
  }
}
