import Foundation
import peerlit

/// An index of the project's corpus, built once for all tests that read it.
enum CorpusIndex {
  /// Its path, or the reason why it could not be built.
  static let path: Result<String, any Error> = Result {
    let path = try build()
    atexit { CorpusIndex.remove() }
    return path
  }

  /// Builds another index of the corpus for a test that changes it, and returns its path.
  ///
  /// The test removes the folder of the file.
  static func build() throws -> String {
    let folder = URL.temporaryDirectory.appending(path: "peerlit-\(UUID().uuidString)")
    let path = folder.appending(path: "corpus.sqlite").path
    let capture = Capture()
    let status = capture.run(
      "index", Project.root.appending(path: "corpus").path, "--index", path)
    guard status == .found else { throw UsageError(capture.errorText + capture.outputText) }
    return path
  }

  private static func remove() {
    guard case .success(let path) = path else { return }
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }

  /// Runs the program on it.
  static func run(_ arguments: [String], style: TextStyle = TextStyle()) throws -> Capture {
    let capture = Capture()
    capture.status = capture.run(
      arguments, environment: ["PEERLIT_INDEX": try path.get()], style: style)
    return capture
  }
}
