import Foundation

/// Where the weights of the sentence encoder are, if they are installed: `peerlit/encoder.bin` in a
/// data folder (XDG Base Directory Specification).
///
/// `tools/setup --meaning` installs them for a user, and a package for all users.
package enum EncoderPath {
  /// The path of the weights; `nil` if they are not installed.
  package static func find(_ environment: [String: String]) -> String? {
    guard let own = LibraryFolder.base("XDG_DATA_HOME", "/.local/share", environment) else {
      return nil
    }
    let common = environment["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share"
    return ([own] + common.split(separator: ":").map(String.init))
      .map { $0 + "/peerlit/encoder.bin" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}
