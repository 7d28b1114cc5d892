import Foundation

/// Relevance judgements: the grade of each judged document for each query.
///
/// A grade of 1 or more is relevant and 0 is not relevant; unjudged documents count as not
/// relevant.
package struct Qrels: Sendable, Equatable {
  /// Query id → document id → grade.
  package var grades: [String: [String: Int]]

  /// Creates judgements.
  package init(_ grades: [String: [String: Int]] = [:]) {
    self.grades = grades
  }

  /// Reads judgements in either format: BEIR's `query⇥document⇥grade` with a header line, or TREC's
  /// `query iteration document grade`.
  package init(contentsOf url: URL) throws(EvaluationError) {
    grades = [:]
    for (number, line) in try textLines(of: url) {
      let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard fields.count == 3 || fields.count == 4,
        let last = fields.last, let grade = Int(last)
      else {
        if number == 1 { continue }  // the header line of BEIR
        throw .malformed(
          path: url.path, line: number, expected: "query, document and a whole number as grade")
      }
      grades[fields[0], default: [:]][fields[fields.count - 2]] = grade
    }
  }

  /// Adds the judgements of another file; the later grade wins.
  package mutating func merge(_ other: Qrels) {
    grades.merge(other.grades) { $0.merging($1) { $1 } }
  }
}
