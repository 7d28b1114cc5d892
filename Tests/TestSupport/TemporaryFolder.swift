import Foundation

/// A folder for one test, removed when it is no longer used.
///
/// A test that only uses its path removes it itself, because Swift may release an object after its
/// last use:
///
///     let temporary = try TemporaryFolder()
///     defer { temporary.remove() }
package final class TemporaryFolder: Sendable {
  /// The folder.
  package let url: URL
  /// Its path.
  package var path: String { url.path }

  /// Creates an empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "peerlit-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { remove() }

  /// Removes the folder and its contents.
  package func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file, creating the folders above it, and returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a text file, creating the folders above it, and returns its address.
  @discardableResult
  package func file(_ name: String, _ text: String) throws -> URL {
    URL(fileURLWithPath: try write(name, text.utf8))
  }
}
