import Foundation

/// A test collection in BEIR's layout: a folder with `corpus.jsonl`, `queries.jsonl` and
/// `qrels/*.tsv`.
package struct TestCollection: Sendable {
  /// The folder's name.
  package var name: String
  /// The documents, JSON Lines of `{"_id","title","text"}`.
  package var corpus: URL
  /// The judged queries, in the order of the file.
  package var topics: [Topic]
  /// The judgements of all files in `qrels`.
  package var qrels: Qrels

  /// Opens a folder.
  ///
  /// - Parameter split: the name of one file of judgements, such as `dev`; `nil` for all of them.
  package init(folder: URL, split: String? = nil) throws(EvaluationError) {
    name = folder.standardizedFileURL.lastPathComponent
    corpus = folder.appending(path: "corpus.jsonl")
    let queries = folder.appending(path: "queries.jsonl")
    let files = FileManager.default
    for file in [corpus, queries] where !files.fileExists(atPath: file.path) {
      throw .notACollection(path: folder.path, missing: file.lastPathComponent)
    }
    let judged = folder.appending(path: "qrels")
    let names = ((try? files.contentsOfDirectory(atPath: judged.path)) ?? [])
      .filter { $0.hasSuffix(".tsv") && (split == nil || $0 == "\(split ?? "").tsv") }
      .sorted()
    guard !names.isEmpty else {
      throw .notACollection(path: folder.path, missing: "qrels/\(split ?? "*").tsv")
    }
    var qrels = Qrels()
    for name in names {
      qrels.merge(try Qrels(contentsOf: judged.appending(path: name)))
    }
    self.qrels = qrels
    topics = try Topic.read(queries).filter { qrels.grades[$0.id] != nil }
  }
}
