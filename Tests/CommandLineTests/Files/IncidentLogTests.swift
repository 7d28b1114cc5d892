import Answers
import Foundation
import Testing
import peerlit

struct IncidentLogTests {
  @Test func `a document with another id does not sound like a renamed file`() throws {
    let capture = Capture()
    let log = try IncidentLog(report: nil, console: capture.console())
    log.add(
      IndexIncident(
        .renamed, path: "/a/minutes.txt", id: "minutes/minutes",
        reason: "has the id minutes/minutes, because another document has the id minutes"))
    try log.close()
    #expect(
      capture.errorText == "other id: /a/minutes.txt: has the id minutes/minutes, because another "
        + "document has the id minutes\n")
  }

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
