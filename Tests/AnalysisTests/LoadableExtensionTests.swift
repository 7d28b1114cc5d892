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
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("peerlit-extension-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = folder.appendingPathComponent("peerlit.so")
    let build = try ExternalProgram(
      Self.root.appendingPathComponent("tools/build-extension").path, [library.path])
    #expect(build.status == 0, "\(build.errors)")

    func rows(_ match: String) throws -> String {
      let output = try ExternalProgram(
        shell.path,
        [
          "-cmd", ".load \(library.path)", ":memory:",
          """
          CREATE VIRTUAL TABLE passages USING fts5(body, tokenize = 'peerlit english');
          INSERT INTO passages(rowid, body) VALUES
            (1, 'a peer led service'), (2, 'a peer-led service'), (3, 'a peerled service'),
            (4, 'Counsellors and coun-' || char(10) || 'seling'), (5, 'naïve'),
            (6, char(1) || 'role' || char(31) || 'clariti' || char(31) || char(2) || 'clear'
              || char(31) || 'last');
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
    #expect(try rows("\"role clear last\"") == "6")
    #expect(try rows("\"clear role\"") == "")
    #expect(try rows("counsel*") == "4")
  }
}
