import Foundation
import JSON
import TestSupport
import Testing

/// Programs other than peerlit that read an index with SQL.
enum SQLClient {
  private static let folder: TemporaryFolder? = try? TemporaryFolder()

  /// The extension, built once; `nil` without a C compiler.
  static let library: String? = {
    // SQLite derives the name of the entry point from that of the file.
    guard let path = folder.map({ $0.path + "/peerlit.so" }) else { return nil }
    atexit { SQLClient.remove() }
    let built = try? ExternalProgram(
      Project.root.appending(path: "tools/build-extension").path, [path])
    return built?.status == 0 ? path : nil
  }()

  private static func remove() { folder?.remove() }

  /// A Python whose sqlite3 module can load extensions.
  static let python: String? = ["/usr/bin/python3", "python3"].first { program in
    let code = "import sqlite3; sqlite3.connect(':memory:').enable_load_extension(True)"
    return (try? ExternalProgram(program, ["-c", code]))?.status == 0
  }

  /// The answers of Python's sqlite3 module to statements, in order.
  static func python(
    _ program: String, _ database: String, library: String?, _ statements: [String]
  ) throws -> [JSONValue] {
    let script = Project.root.appending(path: "Tests/Clients/sql_client.py").path
    let input = try JSONText.bytes(statements)
    let output = try ExternalProgram(
      program, [script, database] + [library].compactMap(\.self),
      input: String(decoding: input, as: UTF8.self))
    #expect(output.errors == "")
    guard case .array(let answers) = try JSONValue(output.text.utf8) else { return [] }
    return answers
  }
}
