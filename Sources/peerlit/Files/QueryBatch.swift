import Foundation
import JSON

/// The queries in a file of JSON Lines: `{"_id": "q1", "text": "role clarity"}`.
package struct QueryBatch {
  /// A line of the file.
  package enum Line: Equatable {
    /// A query.
    case query(id: String, text: String)
    /// Not a query: the file, the line and the reason.
    case unreadable(String)
  }

  /// The lines in order, without blank ones.
  package let lines: [Line]

  /// Reads a file; `-` is standard input.
  package init(path: String, console: Console) throws {
    if path == "-" {
      self.init(Data(try console.readAll()), name: "standard input")
      return
    }
    self.init(try InputFile.read(path), name: path)
  }

  /// Parses lines; `name` is the name of the file in messages.
  package init(_ data: Data, name: String) {
    lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().compactMap { number, line in
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        return Self.query(line)
          ?? .unreadable(
            "\(TerminalText.escaped(name)), line \(number + 1): "
              + "not an object with “_id” and “text”; skipped.")
      }
  }

  /// The query on a line; invalid characters in it are repaired, as in documents.
  private static func query(_ line: Data) -> Line? {
    line.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      guard let value = try? scanner.value(), (try? scanner.end()) != nil,
        let id = value["_id"]?.text, case .string(let text) = value["text"]
      else { return nil }
      return .query(id: id, text: text)
    }
  }
}
