import Foundation
import Literature

extension Document {
  /// The path of the file that contains this document and no other; `nil` if there is none, or if
  /// it no longer exists.
  ///
  /// A record that has a key or begins on a line shares its file with other records.
  package var ownFile: String? {
    ([source] + otherSources).first { $0.key == nil && $0.line == nil && Self.isFile($0.path) }?
      .path
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
