import Foundation

/// Relevance judgements: for each query, the grade of every document that was judged.
///
/// A grade of 1 or more is relevant; 0 was looked at and found irrelevant; a document without a
/// grade counts as irrelevant.
package struct Qrels: Sendable, Equatable {
  /// Query id → document id → grade.
  package var grades: [String: [String: Int]]

  /// Makes judgements of a table.
  package init(_ grades: [String: [String: Int]] = [:]) {
    self.grades = grades
  }

  /// Reads judgements of either form: BEIR's `query⇥document⇥grade` under a heading line, or
  /// TREC's `query iteration document grade`.
  package init(contentsOf url: URL) throws(EvaluationError) {
    grades = [:]
    for (number, line) in try textLines(of: url) {
      let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard fields.count == 3 || fields.count == 4,
        let last = fields.last, let grade = Int(last)
      else {
        if number == 1 { continue }  // the heading line of BEIR
        throw .malformed(
          path: url.path, line: number, expected: "query, document and a whole number as grade")
      }
      grades[fields[0], default: [:]][fields[fields.count - 2]] = grade
    }
  }

  /// Adds the judgements of another file; the later grade stands.
  package mutating func merge(_ other: Qrels) {
    grades.merge(other.grades) { $0.merging($1) { $1 } }
  }
}
