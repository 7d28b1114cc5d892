import Foundation
import Reading

/// Every record of files as its reader returns it, to be compared with other parsers
/// (`tools/compare-readers`).
enum RecordDump {
  /// A line of JSON for each record: the document with all its fields.
  static func text(_ paths: [String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines: [String] = []
    Library(paths: paths).forEachDocument { document in
      guard let line = try? encoder.encode(document) else { return }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return lines.joined(separator: "\n")
  }
}
