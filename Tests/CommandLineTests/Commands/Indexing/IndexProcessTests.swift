import Answers
import Foundation
import Retrieval
import TestSupport
import Testing
import peerlit

/// `peerlit index` as a process: signals and limits.
struct IndexProcessTests {
  /// Enough records that even a fast machine is not finished when the signal arrives.
  private static let many = 600_000

  /// A folder with a file of records, removed at the end.
  private final class Library {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }
    var index: String { folder.appending(path: "i.sqlite").path }
    var records: String { folder.appending(path: "x.jsonl").path }

    init(records count: Int) throws {
      temporary = try TemporaryFolder()
      let lines = (0..<count).map {
        "{\"_id\":\"\($0)\",\"title\":\"T\($0)\",\"text\":\"Peers of ward \($0) walk.\"}\n"
      }
      try Data(lines.joined().utf8).write(to: URL(filePath: records))
    }

  }

  private static func start(
    _ library: Library, limit: String = "true"
  ) throws -> (process: Process, errors: Pipe) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", limit + "; exec \"$0\" \"$@\"", ServerProcess.program.path, "index", library.records,
      "--index", library.index,
    ]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = Pipe()
    try process.run()
    return (process, errors)
  }

  /// Waits until a process has opened its index, handles signals, and has worked for a second.
  ///
  /// Its processor time counts, because on a busy machine it may not run for a while.
  private static func waitUntilReading(_ process: Process, _ library: Library) {
    while process.isRunning,
      !FileManager.default.fileExists(atPath: library.index)
        || !handles(SIGTERM, process.processIdentifier)
        || (try? process.processorTime) ?? 0 < 1
    {
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Whether a process catches a signal, as Linux says.
  private static func handles(_ signal: Int32, _ process: Int32) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let mask = status?.firstMatch(of: /SigCgt:\s*([0-9a-f]+)/).flatMap {
      UInt64($0.output.1, radix: 16)
    }
    return (mask ?? 0) & (1 << UInt64(signal - 1)) != 0
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a signal keeps what was read and says so`(signal: Int32) throws {
    let library = try Library(records: Self.many)
    let (process, errors) = try Self.start(library)
    Self.waitUntilReading(process, library)
    kill(process.processIdentifier, signal)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 2, "\(text)")
    #expect(text.contains("Interrupted. Everything read so far is in the index"))
    let index = try Index(path: library.index)
    #expect(try index.stats().documents > 0)
    #expect(try index.stats().documents < Self.many)
    #expect(try index.check().problems == [])
  }

  @Test(arguments: [0, 0.005])
  func `a second signal ends the program at once`(pause: Double) throws {
    let library = try Library(records: Self.many)
    let (process, _) = try Self.start(library)
    Self.waitUntilReading(process, library)
    kill(process.processIdentifier, SIGTERM)
    Thread.sleep(forTimeInterval: pause)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    // If both arrive at once, either can be the second.
    #expect([SIGINT, SIGTERM].contains(process.terminationStatus))
    // The index that a killed process leaves can be searched and updated.
    let (second, _) = try Self.start(library)
    Self.waitUntilReading(second, library)
    kill(second.processIdentifier, SIGTERM)
    second.waitUntilExit()
    #expect(second.terminationStatus == 2)
    #expect(try Index(path: library.index).check().problems == [])
  }

  @Test(arguments: [300_000, 400_000, 600_000])
  func `a lack of memory is reported`(kilobytes: Int) throws {
    let library = try Library(records: 5_000)
    let (process, errors) = try Self.start(library, limit: "ulimit -v \(kilobytes)")
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(text)")
    if process.terminationStatus == 0 { return }
    #expect(process.terminationStatus == 2)
    #expect(text.contains("Out of memory."), "\(text)")
  }
}
