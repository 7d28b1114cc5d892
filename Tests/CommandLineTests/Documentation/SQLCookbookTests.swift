import Foundation
import JSON
import TestSupport
import Testing
import peerlit

/// Runs every example of `docs/sql.md` in `peerlit sql` and in other clients.
struct SQLCookbookTests {
  static let examples: [String] = {
    let parts = ((try? Project.text("docs/sql.md")) ?? "").components(separatedBy: "```sql\n")
    return parts.dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
  }()

  private static func byPeerlit(_ sql: String) throws -> JSONValue {
    let capture = try CorpusIndex.run(["sql", sql, "--format", "json"])
    #expect(capture.errorText == "")
    return try JSONValue(capture.output)
  }

  private static func count(_ rows: JSONValue) -> Int {
    if case .array(let rows) = rows { rows.count } else { 0 }
  }

  @Test(arguments: examples) func `an example returns rows`(sql: String) throws {
    #expect(try Self.count(Self.byPeerlit(sql)) > 0)
  }

  @Test(
    .enabled("needs a Python that loads extensions, and a C compiler") {
      SQLClient.python != nil && SQLClient.library != nil
    })
  func `Python with the extension returns the same rows`() throws {
    let python = try #require(SQLClient.python)
    let answers = try SQLClient.python(
      python, try CorpusIndex.path.get(), library: SQLClient.library, Self.examples)
    #expect(answers.count >= 12)
    for (sql, rows) in zip(Self.examples, answers) {
      #expect(try rows == Self.byPeerlit(sql), "\(sql)")
    }
  }

  @Test(.enabled("needs Python") { CallersTests.has("python3") })
  func `Python without the extension reads the plain tables`() throws {
    let answers = try SQLClient.python(
      "python3", try CorpusIndex.path.get(), library: nil, Self.examples)
    for (sql, rows) in zip(Self.examples, answers) {
      if sql.contains("passages_fts") {
        #expect(rows == .string("no such tokenizer: peerlit"), "\(sql)")
      } else {
        #expect(try rows == Self.byPeerlit(sql), "\(sql)")
      }
    }
  }

  @Test(
    .enabled("needs the sqlite3 shell and a C compiler") {
      CallersTests.has("sqlite3") && SQLClient.library != nil
    })
  func `the sqlite3 shell with the extension returns the same rows`() throws {
    let library = try #require(SQLClient.library)
    for sql in Self.examples {
      let output = try ExternalProgram(
        "sqlite3",
        [
          "-readonly", "-json", "-cmd", ".load \(library)", "-cmd", "PRAGMA trusted_schema = OFF",
          try CorpusIndex.path.get(), sql,
        ])
      #expect(output.errors == "")
      #expect(try JSONValue(output.text.utf8) == Self.byPeerlit(sql), "\(sql)")
    }
  }

  /// A text of the page with the paths of the test.
  private static func located(_ text: String, _ library: String) throws -> String {
    text.replacing("index/peerlit.sqlite", with: try CorpusIndex.path.get())
      .replacing(".build/peerlit.so", with: library)
  }

  @Test(
    .enabled("needs a Python that loads extensions, and a C compiler") {
      SQLClient.python != nil && SQLClient.library != nil
    })
  func `the Python program prints passages`() throws {
    let page = try Project.text("docs/sql.md").components(separatedBy: "```python\n")
    let program = try #require(page.last?.components(separatedBy: "\n```").first)
    let library = try #require(SQLClient.library)
    let output = try ExternalProgram(
      try #require(SQLClient.python), ["-c", try Self.located(program, library)])
    #expect(output.errors == "")
    #expect(output.text.split(separator: "\n").count >= 3)
    #expect(output.text.contains("[clarity]"))
  }

  @Test(
    .enabled("needs the sqlite3 shell and a C compiler") {
      CallersTests.has("sqlite3") && SQLClient.library != nil
    })
  func `the call of the sqlite3 shell prints titles`() throws {
    let page = try Project.text("docs/sql.md").components(separatedBy: "In the `sqlite3` shell:")
    let call = try #require(page.last?.components(separatedBy: "\n\n").dropFirst().first)
    let library = try #require(SQLClient.library)
    let output = try ExternalProgram("sh", ["-c", try Self.located(call, library)])
    #expect(output.errors == "")
    #expect(output.text.split(separator: "\n").count == 3)
  }

  @Test func `counts are those of facets`() throws {
    let sql = try #require(Self.examples.first { $0.contains("count(DISTINCT work)") })
    guard case .array(let rows) = try Self.byPeerlit(sql) else { return }
    let lines = rows.map { row in
      "\(row["facet"]?.text ?? "")\t\(row["code"]?.text ?? "")\t\(row["works"]?.text ?? "")"
    }
    let printed = try CorpusIndex.run(["facets", "--format", "tsv"]).outputText
    let expected = printed.split(separator: "\n").dropFirst().map(String.init).filter {
      !$0.hasPrefix("year") && !$0.hasPrefix("sample_size") && !$0.contains("\tnone\t")
    }
    #expect(Set(lines) == Set(expected))
  }
}
