import Foundation
import Retrieval

/// Where the weights of the sentence encoder are, if they are installed: `peerlit/encoder.bin` in a
/// data folder (XDG Base Directory Specification).
///
/// `tools/setup --meaning` installs them for a user, and the package `peerlit-meaning` for all
/// users.
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

  /// Opens the installed encoder, for queries.
  ///
  /// - Throws: ``InputError`` or ``MissingEncoder`` if it is not installed or damaged.
  static func open(_ environment: [String: String]) throws -> SentenceEncoder {
    guard let path = find(environment) else { throw MissingEncoder() }
    guard let encoder = EncoderFile(path: path)?.open() else {
      throw InputError(
        path, "it does not contain the weights of the sentence encoder. \(MissingEncoder.remedy)")
    }
    return encoder
  }
}
