import Analysis
import Answers
import Appraisal
import Foundation
import GRDB
import Literature

/// How an index is to be brought up to date.
public struct IndexOptions: Sendable {
  /// Drops documents whose source is gone, under the paths of the call.
  public var prune = false
  /// Merges all postings into one segment, so that nothing is left of deleted documents.
  public var optimize = false
  /// Snowball language of a new index; an index that exists keeps its own.
  public var language = "english"
  /// Counts what there is to read while it is read, so that progress tells how much is left.
  public var countsAhead = false

  /// Makes the defaults.
  public init() {}
}

/// How far indexing is.
public struct IndexProgress: Sendable {
  /// Files begun.
  public var files = 0
  /// Records read.
  public var records = 0
  /// Bytes of files read, or passed over since they are unchanged.
  public var bytesRead = 0
  /// Files to be read, once they are counted; see ``IndexOptions/countsAhead``.
  public var totalFiles: Int?
  /// Their size together.
  public var totalBytes: Int?
  /// The file at hand.
  public var path = ""
  /// What is being done, when it is not reading: "merging".
  public var stage = ""

  /// Makes the state before anything was read.
  public init() {}
}

/// Brings an index up to date with files and folders.
///
///     let account = try Indexer(path: "index/peerlit.sqlite").index(["corpus"])
///
/// Everything is added or replaced in transactions; a source that fails to read keeps what was
/// indexed of it before.
public struct Indexer: Sendable {
  private let path: String
  private let options: IndexOptions

  /// Names an index file, which is made if there is none.
  public init(path: String, options: IndexOptions = IndexOptions()) {
    self.path = path
    self.options = options
  }

  /// Reads files and folders, and tells what became of every record.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - progress: called on the same thread, after every batch.
  ///   - incident: called for whatever deserves a word: failures, skipped files, repairs.
  ///   - shouldStop: asked between batches; when true, what was read is committed and the call
  ///     returns.
  /// - Throws: ``IndexError`` when the index cannot be written; what was committed stays.
  public func index(
    _ paths: [String], progress: @escaping (IndexProgress) -> Void = { _ in },
    incident: @escaping (IndexIncident) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws(IndexError) -> IndexAccount {
    let start = ContinuousClock.now
    FreedMemory.keepLargeArraysApart()
    try makeFolder()
    let file = try IndexFile.openForWriting(path: path, language: options.language)
    let language = try file.language()
    let sources = try file.use { try SourceTable.fingerprints($0) }
    // A call that was interrupted leaves records of a source without the source's own row.
    let isEmpty =
      try file.use { try Row.fetchOne($0, sql: "SELECT 1 FROM documents LIMIT 1") } == nil
    let path = path
    let configuration = IndexPipeline.Configuration(
      language: language,
      appraise: { DocumentAppraiser.make() },
      isUnchanged: { sources[$0.path] == $0.fingerprint },
      known: { isEmpty ? { _ in nil } : KnownRecords.lookup(path: path) },
      shouldStop: shouldStop)
    let library = Library(paths: paths)
    let meter = IndexMeter()
    if options.countsAhead { meter.count(library, shouldStop: shouldStop) }
    defer { meter.stop() }
    var account = try file.use { database in
      let run = try IndexRun(
        database, language: language, options: options, meter: meter, progress: progress,
        incident: incident)
      try run.perform(library, IndexPipeline(configuration, meter: meter.read), known: sources)
      return run.account
    }
    try file.use { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let elapsed = start.duration(to: .now).components
    account.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    return account
  }

  private func makeFolder() throws(IndexError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .readOnly(path: path)
    }
  }
}

/// Gives the facets of documents: one value a preparing thread.
enum DocumentAppraiser {
  static func make() -> (Document) -> Facets {
    let appraiser = Appraiser()
    return { appraiser.appraise($0) }
  }
}

/// Looks records up that the index has from before, on a connection of its own.
enum KnownRecords {
  static func lookup(path: String) -> (Source) -> [UInt8]? {
    guard let file = try? IndexFile.open(path: path) else { return { _ in nil } }
    return { source in
      try? file.use { database in
        try Row.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT fingerprint FROM records WHERE path = ?1 AND key = ?2 UNION ALL
              SELECT fingerprint FROM documents WHERE path = ?1 AND key = ?2 AND records = 1
              """),
          arguments: [source.path, source.key ?? ""]
        ).map { $0.bytes("fingerprint") }
      }
    }
  }
}
