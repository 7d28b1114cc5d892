import Foundation
import Retrieval

/// The file of a portable copy, and `datasette.json` beside it.
struct PortableCopyFile {
  private let target: URL
  private let temporary: URL

  /// Names a copy.
  ///
  /// - Parameters:
  ///   - path: the file. An older copy or an empty file is replaced.
  ///   - index: the index that is copied, which must not be replaced.
  /// - Throws: ``UsageError`` for a path without the extension of a SQLite file, for the index
  ///   itself, and for any other file that is not a copy.
  init(_ path: String, index: String) throws {
    guard ["sqlite", "sqlite3", "db"].contains(URL(filePath: path).pathExtension) else {
      throw UsageError(
        "“\(path)” can't be the name of a copy. "
          + "Use a name that ends with .sqlite, .sqlite3 or .db, as in: "
          + "peerlit export --to sqlite library-copy.sqlite")
    }
    target = URL(filePath: path)
    let same = [path, index].map { URL(filePath: $0).resolvingSymlinksInPath().standardizedFileURL }
    guard same[0] != same[1] else {
      throw UsageError("\(path) is the index itself. Choose another file for the copy.")
    }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard (size ?? 0) == 0 || PortableCopy.isCopy(path) else {
      throw UsageError(
        "\(path) is not an older copy, so it is not replaced. Choose another file, or delete it.")
    }
    temporary = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(getpid()).tmp")
  }

  /// Writes the copy and moves it into place.
  ///
  /// - Returns: the settings file for Datasette; `nil` if an existing one can't be extended.
  func write(_ copy: PortableCopy) throws -> String? {
    defer { try? FileManager.default.removeItem(at: temporary) }
    do {
      try copy.write(to: temporary.path)
    } catch IndexError.readOnly(let path) where path == temporary.path {
      throw IndexError.readOnly(path: target.path)
    } catch IndexError.diskFull(let path) where path == temporary.path {
      throw OutputError(target.path, ENOSPC)
    }
    if rename(temporary.path, target.path) != 0 { throw OutputError(target.path, errno) }
    let name = target.deletingPathExtension().lastPathComponent
    let added = DatasetteSettings(database: name)
    var json = try added.json()
    let settings = target.deletingLastPathComponent().appending(path: "datasette.json")
    if FileManager.default.fileExists(atPath: settings.path) {
      guard let known = try? String(contentsOf: settings, encoding: .utf8),
        let both = try added.json(addedTo: known)
      else { return nil }
      if both == known { return settings.relativePath }
      json = both
    }
    let file = try OutputFile(settings.path)
    try file.write(json.utf8)
    try file.close()
    return settings.relativePath
  }
}
