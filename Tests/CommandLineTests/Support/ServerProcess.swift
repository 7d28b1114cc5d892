import Foundation
import TestSupport
import Testing

/// `peerlit serve` as a separate process, on the index of the corpus.
final class ServerProcess {
  /// The address on which it listens.
  let address: String
  /// Its output when it was ready.
  let greeting: String
  private let process: Process
  /// Its standard error.
  private let errors: FileHandle

  /// The program that was built with the tests.
  static var program: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "peerlit")
  }

  /// Starts a server, and waits until it listens.
  ///
  /// - Parameters:
  ///   - index: the index to serve; that of the corpus, which all tests share, if `nil`.
  ///   - limit: the arguments of `ulimit` for the server, such as `-n 48`; none if `nil`.
  init(
    _ arguments: [String] = ["--port", "0"], index: String? = nil, limit: String? = nil
  ) throws {
    process = Process()
    process.executableURL = Self.program
    process.arguments = ["serve", "--index", try index ?? CorpusIndex.path.get()] + arguments
    if let limit {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit \(limit) && exec \"$0\" \"$@\"", Self.program.path]
        + (process.arguments ?? [])
    }
    let temporary = try TemporaryFolder()
    let file = temporary.url.appending(path: "errors")
    try Data().write(to: file)
    process.standardError = try FileHandle(forWritingTo: file)
    errors = try FileHandle(forReadingFrom: file)
    // Both handles keep the file, which is gone however the tests end.
    temporary.remove()
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    var line = Data()
    while !line.contains(UInt8(ascii: "\n")) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      line += more
    }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("Listening on ") else {
      process.waitUntilExit()
      throw Unstarted(
        status: process.terminationStatus,
        text: Self.text(of: errors))
    }
    greeting = text
    address = String(text.dropFirst(13).prefix { !$0.isNewline })
  }

  /// The reason why a server did not start.
  struct Unstarted: Error {
    let status: Int32
    let text: String
  }

  /// The processor time that it has used, in seconds.
  var processorTime: Double {
    get throws { try process.processorTime }
  }

  /// The number of files that it can open.
  var openFiles: Int? {
    get throws {
      let text = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/limits", encoding: .utf8)
      return text.firstMatch(of: /Max open files +(\d+)/).flatMap { Int($0.output.1) }
    }
  }

  /// Its output on standard error.
  var log: String { Self.text(of: errors) }

  private static func text(of file: FileHandle) -> String {
    try? file.seek(toOffset: 0)
    return String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
  }

  /// Sends a signal, waits until the process ends, and returns the exit status.
  @discardableResult func stop(_ signal: Int32 = SIGTERM) -> Int32 {
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit {
    stop(SIGKILL)
  }
}
