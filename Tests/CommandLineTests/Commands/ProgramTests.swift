import Foundation
import TestSupport
import Testing
import peerlit

struct ProgramTests {
  @Test func `without arguments, the help is printed`() {
    let capture = Capture()
    #expect(capture.run() == .found)
    #expect(capture.outputText.hasPrefix("OVERVIEW: Search the literature on peer support."))
    #expect(capture.errors.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "search"], ["search", "--help"], ["search", "-h"],
  ])
  func `help goes to standard output`(arguments: [String]) {
    let capture = Capture()
    #expect(capture.run(arguments) == .found)
    #expect(capture.outputText.hasPrefix("OVERVIEW: "))
    #expect(capture.outputText.contains("USAGE: peerlit"))
    #expect(capture.errors.isEmpty)
  }

  @Test(arguments: [["stats"], ["show", "x"], ["search", "peer"], ["peer"]])
  func `help and mistakes name the program and the command`(arguments: [String]) {
    let name = arguments == ["peer"] ? "search" : arguments[0]
    let help = Capture()
    #expect(help.run(arguments + ["--help"]) == .found)
    #expect(help.outputText.contains("USAGE: peerlit \(name) "))
    let mistake = Capture()
    #expect(mistake.run(arguments + ["--bogus"]) == .usage)
    #expect(mistake.errorText.contains("Unknown option “--bogus”."))
    #expect(mistake.errorText.contains("peerlit \(name) --help"))
  }

  @Test(arguments: [["--version"], ["-V"], ["search", "-V"]])
  func `the version is printed`(arguments: [String]) {
    let capture = Capture()
    #expect(capture.run(arguments) == .found)
    #expect(capture.outputText == "\(Program.version)\n")
  }

  @Test func `every example in a help text can be run`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    func path(_ name: String) -> String { folder.appending(path: name).path }
    try FileManager.default.copyItem(
      atPath: try CorpusIndex.path.get(), toPath: path("library.sqlite"))
    let queries = "{\"_id\": \"1\", \"text\": \"role clarity\"}\n"
    try Data(queries.utf8).write(to: URL(filePath: path("queries.jsonl")))
    try FileManager.default.copyItem(
      at: Project.root.appending(path: "corpus"), to: URL(filePath: path("library")))
    let article = try #require(
      try FileManager.default.contentsOfDirectory(atPath: path("library"))
        .first { $0.hasSuffix(".txt") })
    try FileManager.default.copyItem(
      atPath: path("library/\(article)"), toPath: path("article.txt"))
    let record = "{\"_id\":\"r\",\"title\":\"Peers\",\"text\":\"peer support\"}\n"
    for name in ["export.jsonl", "records.jsonl"] {
      try Data(record.utf8).write(to: URL(filePath: path(name)))
    }
    try Data("1. peer$.ti.\n2. support.af.\n3. 1 or 2\n".utf8)
      .write(to: URL(filePath: path("medline.txt")))
    try Data("ward | unit\n".utf8).write(to: URL(filePath: path("own.txt")))
    for name in ["newer.sqlite", "default.sqlite"] {
      try FileManager.default.copyItem(atPath: path("library.sqlite"), toPath: path(name))
    }

    let help = try Program.help()
    let texts = [help.discussion] + (help.subcommands ?? []).map(\.discussion)
    let examples = texts.compactMap(\.self).flatMap { $0.split(separator: "\n") }
      .filter { $0.hasPrefix("  peerlit ") }.map { $0.trimmingPrefix("  peerlit ") }
      // Tests never start a program to open a file.
      .filter { !$0.hasPrefix("open") || $0.hasSuffix("--print") }
      // Clusters need a separate program.
      .filter { !$0.hasPrefix("shard") && !$0.contains("--cluster") }
      .filter { !$0.hasPrefix("serve") && !$0.contains(" | ") && !$0.contains(" > ") }
    #expect(examples.count > 30)
    let mayFindNothing = ["replay", "export --corrections"]
    // Save searches before replaying them.
    for example in examples.sorted(by: { !$0.hasPrefix("replay") && $1.hasPrefix("replay") }) {
      let words = ReadmeTests.words(String(example)).map { word in
        if word == "corpus/" { return path("library") }
        let isFile = word.wholeMatch(of: /[a-z-]+\.[a-z]+/) != nil
        return isFile || word == "library/" ? path(word) : word
      }
      let capture = Capture()
      let status = capture.run(words, environment: ["PEERLIT_INDEX": path("default.sqlite")])
      #expect(
        status == .found || status == .nothing && mayFindNothing.contains { example.hasPrefix($0) },
        "\(example): \(capture.errorText)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completions for each shell`(shell: String) {
    let capture = Capture()
    #expect(capture.run("--generate-completion-script", shell) == .found)
    for word in ["search", "min-sample", "sample-size"] {
      #expect(capture.outputText.contains(word))
    }
  }

  @Test func `a closed pipe is not an error`() {
    let capture = Capture()
    capture.patience = 10
    #expect(capture.run("--help") == .found)
    #expect(capture.output.count == 10)
    #expect(capture.errors.isEmpty)
  }
}
