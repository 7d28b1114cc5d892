import Foundation

/// A program other than peerlit that was run, and what it printed.
package struct ExternalProgram {
  /// Its standard output.
  package let text: String
  /// Its standard error.
  package let errors: String
  /// Its exit status.
  package let status: Int32

  /// Runs a program, by its path or as found on the PATH, until it ends.
  package init(_ program: String, _ arguments: [String], input: String = "") throws {
    let process = Process()
    let (given, output, errors) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = given
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
