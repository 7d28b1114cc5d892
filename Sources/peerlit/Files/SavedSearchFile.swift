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
      if SavedSearchText.form(of: path) != nil {
        throw InputError(
          path, "only searches saved as JSON can be replayed, such as by --record search.json.")
      }
      throw InputError(path, "it is not a search saved by search --record (\(reason(error))).")
    }
  }

  /// Refuses a file that has other contents than the search: it may be the only record of another.
  ///
  /// A record of the same search can be replaced, and so can an empty file.
  ///
  /// - Throws: ``UsageError`` that names the file.
  static func check(_ path: String, for search: SavedSearch) throws(UsageError) {
    var status = stat()
    guard OutputFile.descriptor(path) == nil, stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG, status.st_size > 0, !contains(search, path)
    else { return }
    throw UsageError(
      "\(TerminalText.escaped(path)) exists and does not contain this search, so it is not replaced. "
        + "Choose another file, or delete it.")
  }

  /// Whether a file has a record of the same search, with its results at any time.
  private static func contains(_ search: SavedSearch, _ path: String) -> Bool {
    if let form = SavedSearchText.form(of: path) {
      guard let data = try? InputFile.read(path) else { return false }
      return SavedSearchText(form).contains(search, in: String(decoding: data, as: UTF8.self))
    }
    guard let old = try? read(path) else { return false }
    return old.request == search.request
      && SavedSearchText.name(of: old.index) == SavedSearchText.name(of: search.index)
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
