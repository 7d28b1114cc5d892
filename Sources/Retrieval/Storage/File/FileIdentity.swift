import Foundation

/// The identity of the file at a path.
package struct FileIdentity: Equatable, Sendable {
  private let device: dev_t
  private let inode: ino_t

  /// `nil` if there is no file.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The identity of the file that a status belongs to.
  package init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }
}
