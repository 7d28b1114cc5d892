import Foundation

/// The identity of the file at a path.
package struct FileIdentity: Equatable, Sendable {
  private let device: dev_t
  private let inode: ino_t

  /// `nil` when there is none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file that a status is of.
  package init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }
}
