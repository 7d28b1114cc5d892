import Answers
import Foundation
import Testing
import peerlit

struct IncidentLogTests {
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `an error in writing the report is thrown at the end`() throws {
    let log = try IncidentLog(report: "/dev/full", console: Capture().console())
    // Longer than what is written at once, so that nothing is left to write at the end.
    log.add(
      IndexIncident(.failed, path: "a.txt", reason: String(repeating: "x", count: 1 << 17)))
    let error = #expect(throws: OutputError.self) { try log.close() }
    #expect(error?.description == "Can't write to /dev/full: No space left on device.")
  }
}
