import Foundation
import Retrieval

/// A snapshot of the identity and state of an index file.
///
/// The inode alone is not enough: a new file may reuse the inode of a deleted one, and a file may
/// be overwritten in place.
struct FileState: Equatable {
  private let identity: FileIdentity
  private let size: off_t
  private let modified: [Int]

  /// Takes a snapshot of a file; `nil` if it does not exist.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    identity = FileIdentity(status)
    size = status.st_size
    modified = [
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
  }

  /// Whether both are the same file, regardless of its content.
  func isSameFile(as other: FileState) -> Bool { identity == other.identity }

  /// Whether the file is being written: its write-ahead log is not empty.
  static func isBeingWritten(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Whether the file has as many pages as its header says (bytes 16 and 28 of an SQLite file).
  func isWhole(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path),
      let head = try? file.read(upToCount: 32), head.count == 32
    else { return false }
    defer { try? file.close() }
    func number(_ range: Range<Int>) -> Int { head[range].reduce(0) { $0 << 8 | Int($1) } }
    let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
    return head.starts(with: Data("SQLite format 3\0".utf8))
      && pageSize * number(28..<32) == Int(size)
  }
}
