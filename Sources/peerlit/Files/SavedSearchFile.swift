import Answers
import Foundation
import JSON

/// A file with a saved search.
enum SavedSearchFile {
  /// Reads a file.
  static func read(_ path: String) throws -> SavedSearch {
    let data = try InputFile.read(path)
    do {
      let search = try JSONDecoder().decode(SavedSearch.self, from: data)
      guard search.formatVersion == 1 else {
        throw InputError(
          path, "it has format \(search.formatVersion), but this version of peerlit reads format 1."
        )
      }
      return search
    } catch let error as DecodingError {
      throw InputError(path, "it is not a search saved by search --record (\(reason(error))).")
    }
  }

  /// Writes a file: as readable text if its name ends with `.md` or `.txt`, otherwise as JSON.
  static func write(_ search: SavedSearch, to path: String) throws {
    let file = try OutputFile(path)
    let text =
      try SavedSearchText.form(of: path).map { SavedSearchText($0).text(search) }
      ?? JSONText.pretty(search)
    try file.write((text + "\n").utf8)
    try file.close()
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has the wrong type"
    default: "not JSON"
    }
  }
}
