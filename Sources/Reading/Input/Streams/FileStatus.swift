import Foundation
import Literature

/// The file system's information on a path.
struct FileStatus: Sendable, Equatable {
  /// The kinds of files.
  enum Kind: Sendable, Equatable {
    case file, folder, link
    /// Anything else, with its article: "a device".
    case other(String)
  }

  let kind: Kind
  /// Size in bytes.
  let size: Int
  /// Time of the last change: nanoseconds since 1970.
  let modified: Int

  /// Gets the status of a path.
  init(_ path: String, followingLinks: Bool) throws(ReadError) {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw .lastSystemError("open") }
    self.init(status)
  }

  /// Gets the status of an open file.
  init(descriptor: Int32) throws(ReadError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .lastSystemError("open") }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .other("a pipe")
      case S_IFSOCK: .other("a socket")
      default: .other("a device")
      }
  }

  /// Whether a path is a link.
  static func isLink(_ path: String) -> Bool {
    (try? FileStatus(path, followingLinks: false))?.kind == .link
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  static func names(in folder: String) throws(ReadError) -> [String] {
    guard let handle = opendir(folder) else { throw .lastSystemError("open the folder") }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of an open file without links; `nil` if the system does not provide it.
  static func place(of descriptor: Int32) -> String? {
    let place = try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/fd/\(descriptor)")
    return place?.hasPrefix("/") == true ? place : nil
  }

  /// The path with all links resolved; `nil` for a dangling or circular link.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
