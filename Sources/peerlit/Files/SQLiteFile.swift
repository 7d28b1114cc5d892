import Foundation

/// Recognises SQLite files.
enum SQLiteFile {
  /// Whether a file exists and is an SQLite database.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    // Opening a pipe would wait for its writer.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
