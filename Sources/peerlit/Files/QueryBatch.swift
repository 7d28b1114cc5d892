import Foundation
import JSON

/// The queries in a file: objects (`{"_id": "q1", "text": "role clarity"}`), or plain lines, each a
/// query whose id is the number of its line.
///
/// If the first line of a file is an object, the others must be objects too.
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
  /// The place of each line, for messages: the file and the number of the line.
  package let places: [String]

  /// Reads a file; `-` is standard input.
  package init(path: String, console: Console) throws {
    self.init(
      Data(try TextInput.read(path, orInputOf: console, content: "queries").utf8),
      name: path == "-" ? "standard input" : path)
  }

  /// Parses lines; `name` is the name of the file in messages.
  ///
  /// A query with the id of an earlier one is unreadable.
  package init(_ data: Data, name: String) {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    // Windows programs begin UTF-8 with a byte-order mark.
    let data = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    let first = data.first { !isBlank($0) && $0 != UInt8(ascii: "\n") }
    let isJSON = first == UInt8(ascii: "{")
    var (lines, places): ([Line], [String]) = ([], [])
    var numbers: [String: Int] = [:]
    let all = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in all.enumerated() where !line.allSatisfy(isBlank) {
      let place = "\(TerminalText.escaped(name)), line \(number + 1)"
      let object = Self.object(line)
      let isPlain = !isJSON && object == nil
      let query: Line? =
        isPlain ? Self.plain(line, number: number + 1) : object.flatMap(Self.query)
      switch query {
      case .query(let id, let text)?:
        if let earlier = numbers[id] {
          // In a run, the two rankings would be mixed.
          let id = TerminalText.escaped(id)
          lines.append(
            .unreadable("\(place): the id “\(id)” is already used in line \(earlier); skipped."))
        } else {
          numbers[id] = number + 1
          lines.append(.query(id: id, text: text))
        }
      case .unreadable?, nil:
        lines.append(.unreadable("\(place): not an object with “_id” and “text”; skipped."))
      }
      places.append(place)
    }
    (self.lines, self.places) = (lines, places)
  }

  /// A line as a query.
  private static func plain(_ line: Data, number: Int) -> Line {
    let text = String(decoding: line, as: UTF8.self)
    return .query(
      id: String(number), text: text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// The object on a line; invalid characters in it are repaired, as in documents.
  private static func object(_ line: Data) -> JSONValue? {
    line.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      guard let value = try? scanner.value(), (try? scanner.end()) != nil,
        case .object = value
      else { return nil }
      return value
    }
  }

  /// The query that an object describes.
  private static func query(_ object: JSONValue) -> Line? {
    guard let id = object["_id"]?.text, case .string(let text) = object["text"] else { return nil }
    return .query(id: id, text: text)
  }
}
