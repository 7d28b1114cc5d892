import Foundation
import TestSupport
import Testing
import peerlit

/// Clusters on a machine without the program for shards; `cluster/test` tests them with it.
struct ClusterCommandTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func run(
    _ arguments: [String], file: String, environment: [String: String] = [:]
  ) throws -> Capture {
    try file.write(toFile: folder + "/cluster.yaml", atomically: true, encoding: .utf8)
    let capture = Capture()
    capture.status = capture.run(
      arguments + ["--cluster", folder + "/cluster.yaml"], environment: environment)
    return capture
  }

  @Test(arguments: [["search", "peer"], ["facets"], ["export", "peer", "--to", "ris"]])
  func `without the program, the error says how to install it`(arguments: [String]) throws {
    let result = try run(arguments, file: "head: head.sqlite\nshards:\n  - 127.0.0.1:7711\n")
    #expect(result.status == .trouble)
    #expect(
      result.errorText.contains("not installed. Install it with cluster/install"),
      "\(result.errorText)")
  }

  @Test func `shards need the program`() throws {
    let result = try CorpusIndex.run(["shard", "--into", folder, "--shards", "2"])
    #expect(result.status == .trouble)
    #expect(result.errorText.contains("need the program peerlit-cluster"), "\(result.errorText)")
  }

  @Test(arguments: [
    ("", "it must be YAML with the lines “head: FILE” and “shards:”."),
    ("head: h\n", "it needs “shards:” with a line “- HOST:PORT” for each shard."),
    ("shards:\n  - a:1\n", "it needs “head: FILE”."),
    ("head: h\nshards:\n  - a\n", "line 2: A server is HOST:PORT, not “a”."),
    ("head: h\nshards:\n  - a:99999\n", "line 2: A server is HOST:PORT, not “a:99999”."),
    ("timeout: soon\n", "line 1: timeout must be a number of milliseconds from 1 to 600,000."),
    ("on_missing: ignore\n", "line 1: on_missing must be error or partial."),
    (
      "heads: h\n",
      "line 1: Unknown key “heads”. The keys are head, library, shards, timeout and "
        + "on_missing."
    ),
  ])
  func `a mistake in the file is explained`(file: String, message: String) throws {
    let result = try run(["search", "peer"], file: file)
    #expect(result.status == .trouble)
    #expect(result.errorText.contains(message), "\(result.errorText)")
  }

  @Test func `an update needs the index that the shards were made from`() throws {
    let program = folder + "/peerlit-cluster"
    try "".write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let result = try run(
      ["index", "new.ris"], file: "head: head.sqlite\nshards: [a:1]\n",
      environment: ["PATH": folder])
    #expect(result.status == .trouble)
    #expect(
      result.errorText.contains(
        "its file needs “library: FILE”, the index that the shards were made from"),
      "\(result.errorText)")
  }

  @Test func `a program of another version is reported`() throws {
    // Other versions do not know the first request of an update, and end.
    let program = folder + "/peerlit-cluster"
    try "#!/bin/sh\n/usr/bin/head -c 4 >/dev/null\nexit 1\n".write(
      toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let (source, library) = (folder + "/a.jsonl", folder + "/library.sqlite")
    try #"{"_id":"a","title":"Peer workers","text":"Mentors help."}"#.write(
      toFile: source, atomically: true, encoding: .utf8)
    #expect(Capture().run("index", source, "--index", library) == .found)
    let shards = folder + "/shards"
    let unmade = Capture()
    let status = unmade.run(
      "shard", "--into", shards, "--shards", "2", "--index", library,
      environment: ["PATH": folder])
    #expect(status == .trouble)
    let result = try run(
      ["index", source],
      file: "head: \(shards)/head.sqlite\nlibrary: \(library)\nshards: [a:1, a:2]\n",
      environment: ["PATH": folder])
    #expect(result.status == .trouble)
    #expect(
      result.errorText.contains(
        "the program peerlit-cluster can't open the shards, or is a different version; install it "
          + "with cluster/install"),
      "\(result.errorText)")
  }

  @Test func `commands that need an index refuse a cluster`() throws {
    let result = try run(["sql", "SELECT 1"], file: "head: h\nshards: [a:1]\n")
    #expect(result.errorText.contains("This command needs an index file. Leave out --cluster."))
  }
}
