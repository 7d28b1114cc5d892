/// Two counts of rows that are equal in an undamaged index.
package struct CountComparison: Sendable {
  /// The statement that counts the rows that should exist.
  package let expected: String
  /// The statement that counts the rows that exist.
  package let found: String
  /// The problem if the counts differ, as a sentence without a full stop.
  let problem: @Sendable (_ expected: Int, _ found: Int) -> String

  /// All comparisons.
  ///
  /// A unary plus keeps SQLite from looking up a column in an index. Without it, SQLite would look
  /// up every document for every abbreviation.
  package static let all: [CountComparison] = [
    CountComparison(
      expected: "SELECT coalesce(sum(passages), 0) FROM documents",
      found: "SELECT count(*) FROM passages",
      problem: { "Documents refer to \($0) passages, but there are \($1)" }),
    CountComparison(
      expected: "SELECT count(*) FROM documents",
      found: "SELECT count(DISTINCT document) FROM passages",
      problem: { "There are \($0) documents, but \($1) have passages" }),
    CountComparison(
      expected: "SELECT count(*) FROM documents",
      found: "SELECT count(*) FROM documents WHERE +source IN (SELECT number FROM paths)",
      problem: { "There are \($0) documents, but only \($1) of them refer to a path" }),
    CountComparison(
      expected: "SELECT coalesce(sum(records), 0) FROM documents WHERE records <> 1",
      found: "SELECT count(*) FROM records",
      problem: { "Documents with several records refer to \($0) records, but there are \($1)" }),
    CountComparison(
      expected: "SELECT count(*) FROM work_keys",
      found: """
        SELECT count(*) FROM work_keys WHERE +document IN (SELECT number FROM documents)
        """,
      problem: { "There are \($0) work keys, but only \($1) of them refer to a document" }),
    CountComparison(
      expected: "SELECT coalesce(sum(count), 0) FROM abbreviations",
      found: "SELECT count(*) FROM definitions",
      problem: { "Abbreviations count \($0) definitions, but \($1) are stored" }),
    CountComparison(
      expected: "SELECT count(*) FROM definitions",
      found: """
        SELECT count(*) FROM definitions
        WHERE +document IN (SELECT number FROM documents)
          AND +abbreviation IN (SELECT number FROM abbreviations)
        """,
      problem: {
        "There are \($0) definitions, but only \($1) of them refer to a document and an abbreviation"
      }),
  ]
}
