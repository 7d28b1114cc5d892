import Foundation
import JSON
import Testing
import peerlit

/// `peerlit sql`, with its literal output.
struct SQLCommandTests {
  private static let rows =
    "VALUES (1, 'a b', NULL, 1.5), (20, 'c,\"d\"' || char(10) || 'e', x'00ff', 2)"

  @Test(arguments: [
    (
      "table",
      """
      column1  column2   column3  column4
      ───────  ────────  ───────  ───────
            1  a b                    1.5
           20  c,"d"\\ne  x'00ff'        2

      """
    ),
    (
      "json",
      """
      [
        {"column1":1,"column2":"a b","column3":null,"column4":1.5},
        {"column1":20,"column2":"c,\\"d\\"\\ne","column3":"x'00ff'","column4":2}
      ]

      """
    ),
    (
      "jsonl",
      """
      {"column1":1,"column2":"a b","column3":null,"column4":1.5}
      {"column1":20,"column2":"c,\\"d\\"\\ne","column3":"x'00ff'","column4":2}

      """
    ),
    (
      "csv",
      """
      column1,column2,column3,column4
      1,a b,,1.5
      20,"c,""d""
      e",x'00ff',2

      """
    ),
  ])
  func `rows are printed in every format`(format: String, expected: String) throws {
    let capture = try CorpusIndex.run(["sql", Self.rows, "--format", format])
    #expect(capture.status == .found)
    #expect(capture.outputText == expected)
    #expect(capture.errorText == "")
  }

  @Test(arguments: ["delete from works", "selec titel", "upadte works", "drop table works"])
  func `SQL is not searched for as a query`(sql: String) throws {
    let capture = try CorpusIndex.run(["sql", sql])
    #expect(capture.status == .usage)
    #expect(!capture.errorText.contains("To search for these words"), "\(capture.errorText)")
  }

  @Test(arguments: [
    (
      "SELECT titel FROM works",
      "SQL error: no such column: titel (at character 8). “peerlit sql .tables” lists the tables and their columns."
    ),
    ("SELECT 1; SELEC 2", "SQL error: near \"SELEC\": syntax error (at character 11)."),
    ("SELECT 'é', titel FROM works", "SQL error: no such column: titel (at character 13)."),
    ("SELECT 1;\u{0} SELECT 2", "SQL error: null character (at character 10). Remove it."),
    ("DELETE FROM documents", "peerlit sql only reads the index."),
    ("DELETE FROM works", "peerlit sql only reads the index."),
    ("CREATE TEMP TABLE t (x)", "peerlit sql only reads the index."),
    ("ATTACH '/tmp/other.sqlite' AS other", "peerlit sql only reads the index."),
    ("BEGIN", "peerlit sql only reads the index."),
    ("SAVEPOINT mine; SELECT 1", "peerlit sql only reads the index."),
    ("VACUUM INTO '/tmp/other.sqlite'", "peerlit sql only reads the index."),
    ("PRAGMA journal_mode = DELETE", "peerlit sql only reads the index."),
    ("SELECT load_extension('x')", "SQL error: "),
    ("DROP TABLE works", "peerlit sql only reads the index."),
    ("SELEC title FROM works", "SQL error: near \"SELEC\": syntax error (at character 1)."),
  ])
  func `mistakes and changes are refused`(sql: String, message: String) throws {
    let capture = try CorpusIndex.run(["sql", sql])
    #expect(capture.status == .usage)
    #expect(capture.errorText.hasPrefix("peerlit: " + message), "\(capture.errorText)")
    // Text that is meant as SQL is not a query for the literature.
    #expect(!capture.errorText.contains("peerlit search"))
  }

  @Test(arguments: [
    ("peer-led", "no such column: led"), ("titel : peer", "no such column: titel"),
    ("peer''s", "fts5: syntax error near \"'\""), ("peer AND", "fts5: syntax error near \"\""),
    ("\"peer", "unterminated string"),
  ])
  func `a mistake in a full-text query is explained`(query: String, message: String) throws {
    let capture = try CorpusIndex.run(["sql", "SELECT title FROM passages_fts('\(query)')"])
    #expect(capture.status == .usage)
    #expect(
      capture.errorText == """
        peerlit: SQL error: \(message). In full-text queries, write words with punctuation in double \
        quotes, such as '"peer-led"', only names of columns before a colon, and AND, OR and NOT \
        between words.

        """)
  }

  @Test func `text is shortened only on a terminal`() throws {
    let sql = ["sql", "SELECT replace(hex(zeroblob(60)), '00', 'xy') AS long"]
    let whole = String(repeating: "xy", count: 60)
    let rule = String(repeating: "─", count: 120)
    #expect(try CorpusIndex.run(sql).outputText == "long\n\(rule)\n\(whole)\n")
    let style = TextStyle(width: 40, isTerminal: true)
    let lines = try CorpusIndex.run(sql, style: style).outputText.split(separator: "\n")
    #expect(lines.map(\.count) == [4, 40, 40])
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test func `every column of a table is listed`() throws {
    let capture = try CorpusIndex.run(["sql", ".tables"])
    #expect(capture.status == .found)
    #expect(
      capture.outputText.hasSuffix(
        """
        work_passages     passage, work, page
        works             work, id, title, authors, year, venue, type, doi, pmid, url,
                          sample_size, source, language, keywords, records

        """))
  }

  @Test(arguments: ["educati*", "motivati*", "supportiv*", "engageme*", "\"role clarity*\""])
  func `a prefix finds what search finds`(query: String) throws {
    let searched = try CorpusIndex.run([
      "search", query, "--exact", "--unit", "passage", "--format", "json", "--limit", "0",
      "--count",
    ])
    let total = try #require(try JSONValue(searched.output)["total"]?["passages"]?.text)
    let match = query.replacing("*\"", with: "\" *")
    let counted = try CorpusIndex.run([
      "sql", "SELECT count(*) FROM passages_fts('\(match)')", "--format", "csv",
    ])
    #expect(counted.outputText == "count(*)\n\(total)\n")
    #expect(total != "0")
  }

  /// SQLite reads a statement at a time, and must not copy the rest of the text each time.
  @Test(.timeLimit(.minutes(1))) func `a million statements are run quickly`() throws {
    let capture = try CorpusIndex.run(["sql", String(repeating: ";", count: 1_000_000)])
    #expect(capture.status == .nothing)
    #expect(capture.errorText == "")
  }

  @Test func `no rows are exit status 1`() throws {
    let capture = try CorpusIndex.run(["sql", "SELECT 1 WHERE 0", "--format", "json"])
    #expect(capture.status == .nothing)
    #expect(capture.outputText == "[]\n")
  }

  @Test func `a statement that takes too long is stopped`() throws {
    let endless = """
      WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n
      """
    let capture = try CorpusIndex.run(["sql", endless, "--timeout", "0.2"])
    #expect(capture.status == .trouble)
    #expect(capture.errorText.contains("exceeded its time limit"))
    #expect(capture.errorText.contains("--timeout SECONDS"))
  }

  @Test func `statements come from standard input`() throws {
    let capture = Capture()
    capture.input = [Array("SELECT 1 AS a; -- one\nSELECT 2 ".utf8), Array("AS b;".utf8)]
    let status = capture.run(
      ["sql", "--format", "csv"], environment: ["PEERLIT_INDEX": try CorpusIndex.path.get()])
    #expect(status == .found)
    #expect(capture.outputText == "a\n1\nb\n2\n")
  }

  private static func piped(_ text: String, format: String = "csv") throws -> Capture {
    let capture = Capture()
    capture.input = [Array(text.utf8)]
    capture.status = capture.run(
      ["sql", "--format", format], environment: ["PEERLIT_INDEX": try CorpusIndex.path.get()])
    return capture
  }

  @Test func `commands may come between statements`() throws {
    let capture = try Self.piped(
      "-- tables\n/* all */\n  .tables\nSELECT 1 AS a; -- one\n.schema works\nSELECT 2 AS b;\n")
    #expect(capture.status == .found)
    #expect(capture.errorText == "")
    #expect(capture.outputText.hasPrefix("table,columns\nfacet_closure,"))
    #expect(capture.outputText.contains("\na\n1\ntable,sql\nworks,\"CREATE VIEW works AS SELECT\n"))
    #expect(capture.outputText.hasSuffix("FROM documents\"\nb\n2\n"))
  }

  @Test(arguments: [
    // A line of a text is not a command.
    ("SELECT 'x\n.tables' AS t;\n", "t\n\"x\n.tables\"\n"),
    ("SELECT 1 AS a;\r\n.quit\r\nSELEC 2;\r\n", "a\n1\n"),
  ])
  func `commands are on separate lines`(text: String, output: String) throws {
    let capture = try Self.piped(text)
    #expect(capture.status == .found)
    #expect(capture.outputText == output)
    #expect(capture.errorText == "")
  }

  @Test func `an unknown command in a pipe is refused`() throws {
    let capture = try Self.piped("SELECT 1 AS a;\n.dump\n")
    #expect(capture.status == .usage)
    #expect(capture.outputText == "a\n1\n")
    #expect(capture.errorText.contains("Unknown command “.dump”."))
  }

  @Test func `JSON has the rows of one statement`() throws {
    let capture = try Self.piped("SELECT 1 AS a;\nSELECT 2 AS b;\n", format: "json")
    #expect(capture.status == .usage)
    #expect(capture.outputText == "[\n  {\"a\":1}\n]\n")
    #expect(capture.errorText.contains("Use --format jsonl, or run the statements one by one."))
    let lines = try Self.piped("SELECT 1 AS a;\nSELECT 2 AS b;\n", format: "jsonl")
    #expect(lines.status == .found)
    #expect(lines.outputText == "{\"a\":1}\n{\"b\":2}\n")
  }

  @Test func `a reader that leaves ends the rows`() throws {
    let capture = Capture()
    capture.patience = 1000
    let rows = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    let status = capture.run(
      ["sql", rows + " LIMIT 100000", "--format", "csv"],
      environment: ["PEERLIT_INDEX": try CorpusIndex.path.get()])
    #expect(status == .found)
    #expect(capture.errorText == "")
  }

  @Test func `commands list the tables and their SQL`() throws {
    let tables = try CorpusIndex.run(["sql", ".tables", "--format", "csv"])
    #expect(tables.status == .found && tables.outputText.hasPrefix("table,columns\nfacet_closure,"))
    let all = try CorpusIndex.run(["sql", ".schema"])
    #expect(all.outputText.components(separatedBy: "CREATE ").count == 9)
    #expect(all.outputText.contains("\nCREATE VIEW works AS SELECT\n"))
    let one = try CorpusIndex.run(["sql", ".schema work_identifiers"])
    #expect(
      one.outputText == """
        CREATE TABLE work_identifiers (
          work INTEGER NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,
          PRIMARY KEY (work, scheme, value)
        ) WITHOUT ROWID;

        """)
  }

  @Test(arguments: [
    (
      "json",
      """
      [
        {"table":"work_identifiers","sql":"CREATE TABLE work_identifiers (\\n  \
      work INTEGER NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,\\n  \
      PRIMARY KEY (work, scheme, value)\\n) WITHOUT ROWID"}
      ]

      """
    ),
    (
      "csv",
      """
      table,sql
      work_identifiers,"CREATE TABLE work_identifiers (
        work INTEGER NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (work, scheme, value)
      ) WITHOUT ROWID"

      """
    ),
  ])
  func `the SQL of a table is a row for programs`(format: String, expected: String) throws {
    let capture = try CorpusIndex.run(["sql", ".schema work_identifiers", "--format", format])
    #expect(capture.status == .found)
    #expect(capture.outputText == expected)
    let unknown = try CorpusIndex.run(["sql", ".schema nothing", "--format", format])
    #expect(unknown.status == .usage && unknown.output.isEmpty)
  }

  @Test(arguments: [
    ("SELECT 1 AS a, 2 AS a", #"{"a":1,"a_2":2}"#),
    ("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a", #"{"a":1,"a_3":2,"a_2":3,"a_4":4}"#),
    ("SELECT 1 AS a, 2 AS A", #"{"a":1,"A":2}"#),
  ])
  func `columns of the same name have different keys`(sql: String, expected: String) throws {
    let capture = try CorpusIndex.run(["sql", sql, "--format", "jsonl"])
    #expect(capture.outputText == expected + "\n")
  }

  @Test(arguments: [".quit", ".exit"])
  func `quitting needs no prompt`(command: String) throws {
    let capture = try CorpusIndex.run(["sql", command])
    #expect(capture.output.isEmpty && capture.errorText.isEmpty)
  }

  @Test(arguments: [
    (".schema nothing", "There is no table “nothing”. Use .tables to list the tables."),
    (".dump", "Unknown command “.dump”. Use .tables, .schema, .help or .quit."),
    (".tables works", "Unknown command “.tables works”. Use .tables, .schema, .help or .quit."),
  ])
  func `other commands are refused`(command: String, message: String) throws {
    let capture = try CorpusIndex.run(["sql", command])
    #expect(capture.status == .usage)
    #expect(capture.errorText == "peerlit: \(message)\n")
  }

  @Test func `statements are typed one by one`() throws {
    let capture = Capture()
    let lines = [
      "SELECT count(*)\n", "  AS works FROM works;\n", "SELEC 1;\n", ".tables\n", ".dump\n",
      "help\n",
      "exit\n",
    ]
    capture.input = lines.map { Array($0.utf8) }
    let path = try CorpusIndex.path.get()
    let console = Console(
      environment: ["PEERLIT_INDEX": path], isInteractive: true,
      source: { capture.input.isEmpty ? [] : capture.input.removeFirst() }
    ) { try capture.take($0, $1) }
    #expect(Program.run(["sql"], on: console) == .found)
    #expect(capture.outputText.hasPrefix("works\n─────\n    5\n"))
    #expect(capture.outputText.contains("\nwork_facets       work, facet, code, label, origin"))
    #expect(capture.errorText.contains("near \"SELEC\": syntax error"))
    #expect(capture.errorText.contains("sql> ...> "))
    #expect(capture.errorText.contains("Unknown command “.dump”."))
    #expect(capture.outputText.contains("\n  .schema [TABLE]  "))
  }
}
