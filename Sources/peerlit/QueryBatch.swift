import Foundation
import JSON
import Literature

/// The queries of a file of JSON Lines: `{"_id": "q1", "text": "role clarity"}`.
package struct QueryBatch {
  /// What a line holds.
  package enum Line: Equatable {
    case query(id: String, text: String)
    /// Why it holds no query, with the file and the line.
    case unreadable(String)
  }

  /// The lines in order, blank ones left out.
  package let lines: [Line]

  /// Reads a file; `-` is standard input.
  package init(path: String) throws {
    let name = path == "-" ? "standard input" : path
    do {
      let data =
        path == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try Data(contentsOf: URL(filePath: path))
      self.init(data, name: name)
    } catch {
      throw UnreadableFile(path: name, reason: error.localizedDescription)
    }
  }

  /// Reads bytes; `name` stands for the file in messages.
  package init(_ data: Data, name: String) {
    lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().compactMap { number, line in
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        guard let query = Self.query(line) else {
          return .unreadable(
            "\(name), line \(number + 1): not an object with “_id” and “text”; the query is left out."
          )
        }
        return query
      }
  }

  /// The query of a line; broken characters in it are repaired, as in documents.
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

/// A file named on the command line that can't be read.
struct UnreadableFile: Error, CustomStringConvertible {
  let path: String
  let reason: String
  var description: String { "\(path) can't be read: \(reason)" }
}
