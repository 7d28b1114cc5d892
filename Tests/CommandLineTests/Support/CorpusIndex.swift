import Foundation
import TestSupport
import peerlit

/// An index of the project's corpus, built once for all tests that read it.
enum CorpusIndex {
  private static let folder: Result<TemporaryFolder, any Error> = Result { try TemporaryFolder() }

  /// Its path, or the reason why it could not be built.
  static let path: Result<String, any Error> = Result {
    let path = try build(in: folder.get())
    atexit { CorpusIndex.remove() }
    return path
  }

  /// Builds another index of the corpus for a test that changes it, and returns its path.
  static func build(in folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/corpus.sqlite"
    let capture = Capture()
    let status = capture.run(
      "index", Project.root.appending(path: "corpus").path, "--index", path)
    guard status == .found else { throw UsageError(capture.errorText + capture.outputText) }
    return path
  }

  private static func remove() {
    try? folder.get().remove()
  }

  /// Runs the program on it.
  ///
  /// - Parameter input: what standard input has.
  static func run(
    _ arguments: [String], input: [UInt8] = [], style: TextStyle = TextStyle()
  ) throws -> Capture {
    let capture = Capture()
    if !input.isEmpty { capture.input = [input] }
    capture.status = capture.run(
      arguments, environment: ["PEERLIT_INDEX": try path.get()], style: style)
    return capture
  }
}
