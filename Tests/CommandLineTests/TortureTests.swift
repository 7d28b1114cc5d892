import Foundation
import TestSupport
import Testing

/// A short run of `tools/torture`, which kills the program and makes its disk fail.
struct TortureTests {
  @Test func `a minute of kills and faults loses nothing`() throws {
    let run = try ExternalProgram(
      "python3",
      [
        Project.root.appending(path: "tools/torture").path, "--program",
        ServerProcess.program.path, "--without-server", "--seed",
        "\(Int.random(in: 1..<1_000_000))",
      ], limit: 900)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("| kill -9 at a write or sync |"))
    #expect(run.text.contains("Runs in which a committed document was lost: 0."))
  }
}
