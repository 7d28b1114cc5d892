import Foundation

/// The files of the write-ahead log beside an index, `…-wal` and `…-shm`.
///
/// SQLite gives them the permissions of the index. A reader of an index without write permission
/// can't remove them, so they would keep everyone from writing to it later.
enum LogFiles {
  private static func paths(of index: String) -> [String] { [index + "-wal", index + "-shm"] }

  /// Whether an index is at rest: the file is not writable, and there is no log.
  ///
  /// It can then be read without a log.
  static func areNeedless(for index: String) -> Bool {
    var status = stat()
    guard stat(index, &status) == 0, status.st_mode & 0o222 == 0 else { return false }
    return !paths(of: index).contains { lstat($0, &status) == 0 }
  }

  /// Lets the owner write to the log of an index, if the index is writable and the log is not.
  static func makeWritable(beside index: String) {
    guard access(index, W_OK) == 0 else { return }
    for path in paths(of: index) {
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
        status.st_mode & 0o200 == 0
      else { continue }
      // If it belongs to somebody else, an error names it.
      _ = fchmodat(AT_FDCWD, path, status.st_mode & 0o777 | 0o200, AT_SYMLINK_NOFOLLOW)
    }
  }

  /// The first file of the log that can't be written; `nil` if there is none.
  static func unwritable(beside index: String) -> String? {
    paths(of: index).first { access($0, F_OK) == 0 && access($0, W_OK) != 0 }
  }
}
