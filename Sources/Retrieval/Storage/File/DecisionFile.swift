import Foundation
import JSON
import Literature

/// The file with a person's decisions on duplicates, one per line, next to an index:
/// `library.decisions.jsonl` for `library.sqlite`.
///
/// It is separate from the index, so that the decisions survive a rebuild and can be edited and
/// kept under version control. The index has a copy of the decisions it was built with
/// (``IndexProperties/decisions``).
package struct DecisionFile {
  /// Its path.
  package let path: String

  /// Creates the file of an index.
  package init(index: String) {
    let file = URL(fileURLWithPath: index).resolvingSymlinksInPath()
    let base = file.pathExtension == "sqlite" ? file.deletingPathExtension() : file
    path = base.path + ".decisions.jsonl"
  }

  /// The lines of the file; `nil` if there is none.
  package func read() throws(IndexError) -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw .badDecisions(path: path, line: nil)
    }
  }

  /// Replaces the file.
  package func write(_ decisions: [DuplicateDecision]) throws(IndexError) -> String {
    do {
      let text = try decisions.map { try JSONText.line($0) + "\n" }.joined()
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return text
    } catch {
      throw IndexError(writing: path, error)
    }
  }

  /// The decisions in some lines.
  package func decisions(_ text: String) throws(IndexError) -> [DuplicateDecision] {
    let decoder = JSONDecoder()
    var decisions: [DuplicateDecision] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      guard let decision = try? decoder.decode(DuplicateDecision.self, from: Data(line.utf8))
      else { throw .badDecisions(path: path, line: number + 1) }
      decisions.append(decision)
    }
    return decisions
  }
}
