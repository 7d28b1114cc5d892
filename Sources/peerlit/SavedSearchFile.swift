import Answers
import Foundation
import JSON
import Retrieval

/// A file that holds a kept search.
enum SavedSearchFile {
  /// Reads a file.
  static func read(_ path: String) throws -> SavedSearch {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError("There is no record of a search at \(path), or it can't be read.")
    }
    do {
      let record = try JSONDecoder().decode(SavedSearch.self, from: data)
      guard record.formatVersion == 1 else {
        throw UsageError(
          "\(path) has format \(record.formatVersion), and this peerlit reads format 1.")
      }
      return record
    } catch let error as DecodingError {
      throw UsageError("\(path) is not what search --record writes: \(Self.words(error)).")
    }
  }

  /// Writes a file, whole or not at all.
  static func write(_ record: SavedSearch, to path: String) throws {
    do {
      try Data((try JSONText.pretty(record) + "\n").utf8)
        .write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw OutputError(message: "\(path): \(error.localizedDescription)")
    }
  }

  private static func words(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "“\(place(context))” has not the form it should have"
    default: "it is not JSON"
    }
  }
}
