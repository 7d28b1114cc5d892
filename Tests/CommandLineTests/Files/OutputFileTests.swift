import Foundation
import TestSupport
import Testing
import peerlit

struct OutputFileTests {
  private let temporary: TemporaryFolder
  private var folder: URL { temporary.url }

  init() throws {
    temporary = try TemporaryFolder()
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func text(_ name: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: name))).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func write(_ text: String, to name: String, isAtomic: Bool = true) throws {
    let file = try OutputFile(path(name), isAtomic: isAtomic)
    try file.write(Array(text.utf8))
    try file.close()
  }

  @Test func `a regular file is replaced only at the end`() throws {
    try write("old", to: "a")
    chmod(path("a"), 0o640)
    do {
      let file = try OutputFile(path("a"))
      try file.write(Array("new".utf8))
      #expect(text("a") == "old")
      // If writing is abandoned, the old contents stay, and no other file is left behind.
    }
    #expect(text("a") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
    try write("new", to: "a")
    #expect(text("a") == "new")
    var status = stat()
    #expect(stat(path("a"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test(arguments: [true, false]) func `a symbolic link is followed`(isAtomic: Bool) throws {
    try write("old", to: "target")
    #expect(symlink("target", path("link")) == 0)
    #expect(symlink("missing", path("dangling")) == 0)
    try write("new", to: "link", isAtomic: isAtomic)
    try write("made", to: "dangling", isAtomic: isAtomic)
    #expect(text("target") == "new")
    #expect(text("missing") == "made")
    for link in ["link", "dangling"] {
      var status = stat()
      #expect(lstat(path(link), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test func `a pipe is written through`() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    let reader = open(path("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try write("through", to: "pipe")
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &buffer, 100)
    #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "through")
    var status = stat()
    #expect(lstat(path("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a device is written through, and its error is reported`() throws {
    let error = #expect(throws: OutputError.self) {
      let file = try OutputFile("/dev/full")
      try file.write(Array("x".utf8))
    }
    #expect(error?.description == "Can't write to /dev/full: No space left on device.")
    var status = stat()
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  /// If the file was opened again, it would be written from its beginning.
  @Test(arguments: ["/dev/fd/", "/proc/self/fd/"])
  func `an open file is continued`(folder: String) throws {
    let descriptor = open(path("a"), O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    #expect(Foundation.write(descriptor, "before\n", 7) == 7)
    let file = try OutputFile("\(folder)\(descriptor)")
    try file.write(Array("results\n".utf8))
    try file.close()
    #expect(Foundation.write(descriptor, "after\n", 6) == 6)
    #expect(text("a") == "before\nresults\nafter\n")
  }

  @Test func `a descriptor that is not open is an error`() {
    let error = #expect(throws: OutputError.self) { try OutputFile("/dev/fd/1000000") }
    #expect(error?.description == "Can't write to /dev/fd/1000000: Bad file descriptor.")
  }

  @Test(arguments: ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func `results can be written to standard output`(name: String) throws {
    for arguments in [
      ["stats"], ["export", "peer", "--to", "ris"], ["export", "zzzz", "--to", "csv"],
    ] {
      let printed = try CorpusIndex.run(arguments)
      let written = try CorpusIndex.run(arguments + ["-o", name])
      #expect(written.status == printed.status)
      #expect(written.outputText == printed.outputText)
      #expect(written.errorText == printed.errorText)
    }
  }

  @Test func `a missing folder is an error`() {
    let error = #expect(throws: OutputError.self) { try OutputFile("/nowhere/x") }
    #expect(error?.description == "Can't write to /nowhere/x: No such file or directory.")
  }

  @Test func `every printing command writes to a file`() throws {
    for arguments in [
      ["search", "peer", "--format", "tsv"], ["export", "peer", "--to", "ris"], ["stats"],
      ["facets"], ["map", "method", "condition", "--format", "svg"], ["show", "peers-hcv-2023"],
    ] {
      let printed = try CorpusIndex.run(arguments)
      let written = try CorpusIndex.run(arguments + ["-o", path("out")])
      #expect(written.status == printed.status)
      #expect(written.output.isEmpty)
      #expect(written.errorText == printed.errorText)
      #expect(text("out")?.isEmpty == false)
      if arguments[0] != "search" { #expect(text("out") == printed.outputText) }
    }
    let failed = try CorpusIndex.run(["export", "--to", "ris", "-o", "/nowhere/x.ris"])
    #expect(failed.status == .trouble)
    #expect(
      failed.errorText == "peerlit: Can't write to /nowhere/x.ris: No such file or directory.\n")
    let invalid = try CorpusIndex.run(["export", "--to", "ris", "peer", "-o"])
    #expect(invalid.status == .usage)
  }
}
