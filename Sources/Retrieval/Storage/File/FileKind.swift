import Glibc

/// The kind of a file that is not a regular file.
enum FileKind {
  /// The kind in words, such as `a folder`; `nil` for a regular file or if nothing exists there.
  ///
  /// SQLite would wait forever for the other end of a named pipe.
  static func other(at path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a named pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }
}
