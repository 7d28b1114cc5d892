import Analysis
import Answers
import Foundation
import GRDB
import Reading

/// Updates an index from files and folders.
///
///     let report = try Indexer(path: "index/peerlit.sqlite").index(["corpus"])
///
/// Documents are added or replaced in transactions; if a source can't be read, its previously
/// indexed documents are kept.
public struct Indexer: Sendable {
  let path: String
  let options: IndexOptions
  /// Opens an analyzer for each thread that prepares documents; tests can make it fail.
  package var makeAnalyzer: @Sendable (_ language: String) throws -> Analyzer = {
    try Analyzer(language: $0)
  }

  /// Creates an indexer for an index file, which is created if it does not exist.
  public init(path: String, options: IndexOptions = IndexOptions()) {
    self.path = path
    self.options = options
  }

  /// Reads files and folders, and reports the outcome for every record.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - progress: called on the same thread, after every batch.
  ///   - incident: called for failures, skipped files, repairs and similar events.
  ///   - shouldStop: called between batches; if true, everything read so far is committed and the
  ///     call returns.
  /// - Throws: ``IndexError`` if the index cannot be written; commits already made are kept.
  public func index(
    _ paths: [String], progress: @escaping (IndexProgress) -> Void = { _ in },
    incident: @escaping (IndexIncident) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(IndexError) -> IndexReport {
    let start = ContinuousClock.now
    MallocTuning.separateLargeArrays()
    if let kind = FileKind.other(at: path) { throw .notAFile(path: path, kind: kind) }
    try makeFolder()
    let lock = try WriterLock(index: path)
    defer { withExtendedLifetime(lock) {} }
    let file = try IndexFile.openForWriting(
      path: path, language: options.language, fullText: options.fullText)
    let language = try file.language()
    let known = try file.use { try KnownFiles($0) }
    // An interrupted call can leave records of a source without the source's row.
    let isEmpty = try file.use { try $0.isEmpty("documents") }
    let corrections = try file.use { try CorrectionTable.all($0) }
    let (path, makeAnalyzer, appraisal) = (path, makeAnalyzer, options.appraisal)
    let configuration = IndexPipeline.Configuration(
      makeAnalyzer: { try makeAnalyzer(language) },
      appraise: { DocumentAppraiser.make(corrections) },
      isUnchanged: { known.isUnchanged($0) },
      known: { try KnownRecords(path: isEmpty ? nil : path, appraisal: appraisal) },
      shouldStop: shouldStop)
    var reading = options.reading
    reading.context = appraisal
    let library = Library(paths: paths, options: reading)
    let meter = IndexMeter()
    if options.countsAhead { meter.count(library, shouldStop: shouldStop) }
    defer { meter.stop() }
    var report = try file.use { database in
      let decisions = try StoredDecisions(
        database, DecisionFile(index: path), Analyzer(language: language))
      let run = try IndexRun(
        database, language: language, options: options, decisions: decisions, meter: meter,
        progress: progress, incident: incident)
      try run.perform(
        library, IndexPipeline(configuration, meter: meter.read), known: known,
        shouldStop: shouldStop)
      return run.counts
    }
    if options.optimize { try file.compact() }
    report.logBytes = try file.checkpoint()
    report.seconds = start.duration(to: .now) / .seconds(1)
    return report
  }

  private func makeFolder() throws(IndexError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw IndexError(writing: path, error)
    }
  }
}
