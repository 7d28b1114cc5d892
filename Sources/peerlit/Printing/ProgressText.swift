import Retrieval

/// How far indexing is, in one line.
enum ProgressText {
  static func of(_ progress: IndexProgress) -> String {
    let count = Counted.of(progress.records, "record")
    return progress.stage.isEmpty
      ? "\(count) read, \(progress.path)" : "\(count) read, \(progress.stage)"
  }
}
