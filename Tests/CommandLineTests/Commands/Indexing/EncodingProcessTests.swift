import Answers
import Foundation
import Retrieval
import TestSupport
import Testing

/// `peerlit index` with a sentence encoder, and `peerlit serve --encode-queries`, as processes.
struct EncodingProcessTests {
  private static let count = 1500
  private let temporary: TemporaryFolder
  private let records: String

  /// A data folder with small weights, and records that take seconds to encode.
  init() throws {
    temporary = try TemporaryFolder()
    let words = ["peer", "support", "stigma", "trust", "clinic", "ward"]
    let encoder = SmallEncoder(
      vocabulary: ["[CLS]", "[SEP]", "[UNK]", "."] + words, heads: 4, size: 384, inner: 384,
      longest: 64)
    try temporary.write("data/peerlit/encoder.bin", encoder.bytes)
    let lines = (0..<Self.count).map { number in
      let text = (0..<40).map { words[(number / (1 + $0 % 7) + $0) % words.count] }
      return "{\"_id\":\"\(number)\",\"title\":\"Report \(number)\",\"text\":\""
        + text.joined(separator: " ") + ".\"}\n"
    }
    records = try temporary.write("records.jsonl", lines.joined().utf8)
  }

  private func path(_ name: String) -> String { temporary.url.appending(path: name).path }

  private func start(_ index: String) throws -> Process {
    let process = Process()
    process.executableURL = ServerProcess.program
    process.arguments = ["index", records, "--index", index, "--format", "json"]
    process.environment = ["XDG_DATA_HOME": path("data"), "HOME": temporary.path]
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    try process.run()
    return process
  }

  private func encoded(_ index: String) -> Int {
    (try? Index(path: index).stats().embeddings["encoder"]) ?? 0
  }

  /// The stored vectors, by id.
  private func vectors(_ index: String) -> String {
    let capture = Capture()
    _ = capture.run(
      "sql",
      "SELECT d.id, hex(substr(t.data, 1, 257)) FROM documents d JOIN document_terms t "
        + "ON t.document = d.number ORDER BY d.id", "--index", index, "--format", "csv")
    return capture.outputText
  }

  @Test func `after a kill, encoding continues, and the vectors are those of one run`() throws {
    let index = path("killed.sqlite")
    var kills = 0
    var before = 0
    for _ in 0..<3 {
      let process = try start(index)
      while process.isRunning, encoded(index) <= before { usleep(5_000) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 }
      let opened = try Index(path: index)
      let stats = try opened.stats()
      let now = try #require(stats.embeddings["encoder"])
      #expect(now >= before)
      before = now
      #expect(stats.documents == Self.count)
      #expect(stats.embeddings["words"] == Self.count - now)
      #expect(try opened.check().problems == [])
    }
    #expect(kills > 0)
    try #require(before < Self.count)
    let last = try start(index)
    let output = try #require(last.standardOutput as? Pipe)
    let data = output.fileHandleForReading.readDataToEndOfFile()
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    #expect(report?["encoded"] as? Int == Self.count - before)

    let whole = path("whole.sqlite")
    try start(whole).waitUntilExit()
    for index in [index, whole] {
      #expect(
        try Index(path: index).stats().embeddings == ["encoder": Self.count, "words": 0])
    }
    let expected = vectors(whole)
    #expect(expected.split(separator: "\n").count > Self.count)
    #expect(vectors(index) == expected)
  }

  @Test func `a server without weights does not encode queries and says so`() throws {
    for (folder, reason) in [
      ("none", "The sentence encoder is not installed, so queries can't be encoded. Install it"),
      ("damaged", "does not contain the weights of the sentence encoder. Install it"),
    ] {
      if folder == "damaged" {
        try temporary.write("damaged/peerlit/encoder.bin", "PLENCOD1 and nothing else".utf8)
      }
      let environment = ["XDG_DATA_HOME": path(folder), "XDG_DATA_DIRS": path("none")]
      let capture = Capture()
      let status = capture.run(
        "serve", "--encode-queries", "--socket", path("s"), "--index", try CorpusIndex.path.get(),
        environment: environment)
      #expect(status == .trouble)
      #expect(capture.errorText.contains(reason))
      #expect(capture.errorText.contains("or leave out --encode-queries."))
    }
  }
}
