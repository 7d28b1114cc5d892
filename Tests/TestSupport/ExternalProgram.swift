import Foundation

/// A program other than peerlit that was run, and what it printed.
package struct ExternalProgram {
  /// Its standard output.
  package let text: String
  /// Its standard error.
  package let errors: String
  /// Its exit status, or the number of the signal that ended it.
  package let status: Int32

  /// Runs a program, by its path or as found on the PATH, until it ends.
  ///
  /// A limit of the testing library would count the time in which other tests use all threads.
  ///
  /// - Parameters:
  ///   - input: its standard input.
  ///   - folder: its working folder; that of the tests by default.
  ///   - limit: the number of seconds after which it is killed.
  package init(
    _ program: String, _ arguments: [String], input: String = "", in folder: URL? = nil,
    limit: Int = 300
  ) throws {
    let process = Process()
    let given = Pipe()
    // Files, because a program that it leaves behind would keep pipes open.
    let printed = try TemporaryFolder()
    defer { printed.remove() }
    let (output, errors) = try (printed.emptyFile("output"), printed.emptyFile("errors"))
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    process.standardInput = given
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    let identifier = process.processIdentifier
    let end = DispatchWorkItem { kill(identifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(limit), execute: end)
    defer { end.cancel() }
    try? given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? given.fileHandleForWriting.close()
    process.waitUntilExit()
    text = String(decoding: try Data(contentsOf: output.url), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors.url), as: UTF8.self)
    status = process.terminationStatus
  }
}

extension TemporaryFolder {
  /// A new file, and a handle that writes to it.
  fileprivate func emptyFile(_ name: String) throws -> (url: URL, handle: FileHandle) {
    let file = url.appending(path: name)
    try Data().write(to: file)
    return (file, try FileHandle(forWritingTo: file))
  }
}
