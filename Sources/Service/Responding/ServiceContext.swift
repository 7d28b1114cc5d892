import Answers
import Retrieval

/// What handlers answer from.
public struct ServiceContext: Sendable {
  /// The index.
  public let index: LiveIndex
  /// The program's version.
  public let version: String
  /// Counts of what was asked.
  public let metrics: ServiceMetrics
  private let figures = FiguresCache()
  let description = DescriptionCache()
  /// What sets the answers of this run of the server apart from those of others.
  let run: String

  /// Makes a context.
  public init(index: LiveIndex, version: String, metrics: ServiceMetrics = ServiceMetrics()) {
    self.index = index
    self.version = version
    self.metrics = metrics
    run = String(UInt64.random(in: .min ... .max), radix: 36)
  }

  /// The tag of answers from the index as it is now.
  ///
  /// It is a weak one: answers tell the time that they took.
  package func entityTag() throws -> String {
    let edition = index.current()
    return "W/\"\(run)-\(edition.number)-\(try edition.index.generation())\""
  }

  /// The figures of an index, counted once for each commit.
  func figures(_ edition: LiveIndex.Edition) throws -> IndexFigures {
    try figures.of(edition)
  }
}
