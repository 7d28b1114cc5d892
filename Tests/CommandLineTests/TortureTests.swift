import Foundation
import Testing

/// A short run of `tools/torture`, which kills the program and makes its disk fail.
struct TortureTests {
  @Test func `a minute of kills and faults loses nothing`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", Project.root.appending(path: "tools/torture").path,
      "--program", ServerProcess.program.path, "--without-server",
      "--seed", "\(Int.random(in: 1..<1_000_000))",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let table = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let wrong = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(wrong)")
    #expect(table.contains("| kill -9 at a write or sync |"))
    #expect(table.contains("Runs in which a committed document was lost: 0."))
  }
}
