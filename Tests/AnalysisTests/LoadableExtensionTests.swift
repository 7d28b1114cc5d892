import Foundation
import TestSupport
import Testing

/// The tokenizer in a plain sqlite3 shell.
struct LoadableExtensionTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func find(_ tool: String) -> URL? {
    ["/usr/bin", "/usr/local/bin", "/bin"]
      .map { URL(fileURLWithPath: $0).appendingPathComponent(tool) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  @Test(
    .enabled("needs the sqlite3 shell and a C compiler") {
      find("sqlite3") != nil && find("cc") != nil
    })
  func `queries in the SQLite shell run`() throws {
    let shell = try #require(Self.find("sqlite3"))
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let library = temporary.url.appending(path: "peerlit.so")
    let build = try ExternalProgram(
      Self.root.appendingPathComponent("tools/build-extension").path, [library.path])
    #expect(build.status == 0, "\(build.errors)")

    func rows(_ match: String, words: String = "") throws -> String {
      let output = try ExternalProgram(
        shell.path,
        [
          "-cmd", ".load \(library.path)", ":memory:",
          """
          CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = 'peerlit english');
          INSERT INTO passages(rowid, body) VALUES
            (1, 'a peer led service'), (2, 'a peer-led service'), (3, 'a peerled service'),
            (4, 'Counsellors and coun-' || char(10) || 'seling'), (5, 'naïve'),
            (6, 'role clarity lasts'),
            (7, 'supervision of education'), (8, 'educated supervisors'), (9, 'educator');
          \(words)
          SELECT group_concat(rowid, ' ') FROM passages('\(match)');
          """,
        ])
      #expect(output.errors == "")
      return output.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(try rows("\"peer-led\"") == "1 2")
    #expect(try rows("\"peer led\"") == "1 2")
    #expect(try rows("peerled") == "2 3")
    #expect(try rows("\"peer-led\" OR peerled") == "1 2 3")
    #expect(try rows("\"a peerled\"") == "2 3")
    #expect(try rows("counselling") == "4")
    #expect(try rows("COUNSELLOR") == "4")
    #expect(try rows("NAIVE") == "5")
    #expect(try rows("\"role clarity\"") == "6")
    #expect(try rows("\"clarity role\"") == "")
    #expect(try rows("counsel*") == "4")
    #expect(try rows("educ*") == "7 8 9")
    // No term begins with the prefix, and there is no table with the words.
    #expect(try rows("educati*") == "")
    let words = """
      CREATE TABLE words (word TEXT PRIMARY KEY, term TEXT NOT NULL, count INTEGER NOT NULL)
        WITHOUT ROWID;
      INSERT INTO words VALUES ('clarity', 'clariti', 1), ('counselling', 'counsel', 1),
        ('counsellors', 'counsel', 1), ('educated', 'educ', 1), ('education', 'educ', 1),
        ('educator', 'educ', 1), ('supervision', 'supervis', 1),
        ('supervisors', 'supervisor', 1);
      """
    #expect(try rows("counsello*", words: words) == "4")
    #expect(try rows("educati*", words: words) == "7 8 9")
    #expect(try rows("EDUCATI*", words: words) == "7 8 9")
    #expect(try rows("educatio*", words: words) == "7 8 9")
    #expect(try rows("\"of educati\" *", words: words) == "7")
    #expect(try rows("\"role clarity\" *", words: words) == "6")
    #expect(try rows("supervisor*", words: words) == "8")
    // FTS5 also searches for the added term as a prefix.
    #expect(try rows("supervisi*", words: words) == "7 8")
    #expect(try rows("zz*", words: words) == "")
  }
}
