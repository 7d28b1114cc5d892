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

  /// The file that contains this document among others, such as an archive, and the place in it:
  /// "line 12 (lee2020)", "minutes/may.txt"; `nil` if there is none, or if it no longer exists.
  package var sharedFile: (path: String, place: String)? {
    ([source] + otherSources).first { Self.isFile($0.path) }.map { source in
      let key = source.key ?? ""
      guard let line = source.line else {
        return (source.path, source.number == nil ? key : source.location ?? key)
      }
      return (source.path, "line \(line)" + (key.isEmpty ? "" : " (\(key))"))
    }
  }

  private static func isFile(_ path: String) -> Bool {
    (try? FileStatus(path, followingLinks: true))?.kind == .file
  }
}
