import Answers
import Foundation
import GRDB
import Retrieval
import TestSupport
import Testing

/// A folder of JSON Lines files and an index of them, removed at the end of a test.
final class TemporaryLibrary: Sendable {
  private let temporary: TemporaryFolder
  var root: String { temporary.path }
  var folder: String { root + "/library" }
  var indexPath: String { root + "/index.sqlite" }

  init() throws {
    temporary = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: root + "/library", withIntermediateDirectories: true)
  }

  /// Path of a file of the library.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a JSON Lines file.
  func write(_ name: String, _ records: [Record]) throws {
    let encoder = JSONEncoder()
    try write(
      name, lines: records.map { String(decoding: try encoder.encode($0), as: UTF8.self) })
  }

  /// Writes a file of these lines.
  func write(_ name: String, lines: [String]) throws {
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path(name)))
  }

  /// Removes a file of the library.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// Indexes the whole library.
  @discardableResult
  func index(
    prune: Bool = false, optimize: Bool = false, smallIndex: Int? = nil,
    appraisal: String? = nil, batches: SegmentBatches = SegmentBatches(),
    incident: @escaping (IndexIncident) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws -> IndexReport {
    var options = IndexOptions()
    options.prune = prune
    options.optimize = optimize
    if let smallIndex { options.smallIndex = smallIndex }
    options.batches = batches
    if let appraisal { options.appraisal = appraisal }
    return try Indexer(path: indexPath, options: options)
      .index([folder], incident: incident, shouldStop: shouldStop)
  }

  /// Opens the index for searching.
  func open() throws -> Index { try Index(path: indexPath) }

  /// Reads or writes the index file itself.
  func use<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try IndexFile.openForWriting(path: indexPath, language: "english").use(body)
  }

  /// The ids of the documents in the index.
  func ids() throws -> Set<String> {
    try use { Set(try String.fetchAll($0, sql: "SELECT id FROM documents")) }
  }

  /// Expects an index without inconsistencies.
  func expectIntact(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try open().check().problems == [], sourceLocation: sourceLocation)
    // FTS5 compares its lists with the stored text, and throws if they differ.
    try use {
      try $0.execute(
        sql: "INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)")
    }
  }
}
