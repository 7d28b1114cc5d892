import Foundation
import TestSupport
import Testing
import peerlit

struct SettingsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The environment of a user whose home is the folder, with a settings file.
  private func environment(
    file: String? = nil, _ variables: [String: String] = [:]
  ) throws -> [String: String] {
    if let file {
      let place = folder.path + "/.config/peerlit"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try file.write(toFile: place + "/config.yaml", atomically: true, encoding: .utf8)
    }
    return ["HOME": folder.path].merging(variables) { $1 }
  }

  private func run(
    _ arguments: String..., file: String? = nil, variables: [String: String] = [:]
  ) throws -> Capture {
    let capture = Capture()
    capture.status = capture.run(arguments, environment: try environment(file: file, variables))
    return capture
  }

  @Test func `without HOME, the home folder comes from the user database`() throws {
    let program = try ExternalProgram(
      "env",
      ["-i", "/bin/sh", "-c", "cd / && exec \"$1\" config", "sh", ServerProcess.program.path])
    #expect(program.status == 0, "\(program.errors)")
    let home = String(cString: try #require(getpwuid(getuid())?.pointee.pw_dir))
    #expect(program.text.contains("\(home == "/" ? "" : home)/.config/peerlit/config.yaml"))
  }

  @Test func `an index and a library in one place are refused`() throws {
    let variables = try run(
      "config", variables: ["PEERLIT_INDEX": "/a", "PEERLIT_LIBRARY": "b"])
    #expect(
      variables.errorText.contains(
        "PEERLIT_INDEX and PEERLIT_LIBRARY are both set. Unset one of them."))
    // An environment variable takes precedence over the file.
    let both = try run("config", file: "library: a", variables: ["PEERLIT_INDEX": "/b.sqlite"])
    #expect(both.outputText.contains("/b.sqlite"))
    let file = try run("config", file: "library: a\nindex: b.sqlite")
    #expect(file.errorText.contains("sets both index and library. Remove one of them."))
  }

  @Test(
    arguments: [
      (nil, [:], [], "HOME/.local/share/peerlit/library.sqlite"),
      (nil, ["XDG_DATA_HOME": "/data"], [], "/data/peerlit/library.sqlite"),
      (nil, ["XDG_DATA_HOME": "relative"], [], "HOME/.local/share/peerlit/library.sqlite"),
      ("library: mine", [:], [], "HOME/.local/share/peerlit/mine.sqlite"),
      ("index: a/b.sqlite", [:], [], "HOME/.config/peerlit/a/b.sqlite"),
      ("index: ~/c.sqlite", [:], [], "HOME/c.sqlite"),
      ("index: /d.sqlite", ["PEERLIT_INDEX": "e.sqlite"], [], "e.sqlite"),
      ("index: /d.sqlite", ["PEERLIT_LIBRARY": "f"], [], "HOME/.local/share/peerlit/f.sqlite"),
      ("index: /d.sqlite", ["PEERLIT_INDEX": "e.sqlite"], ["--index", "g.sqlite"], "g.sqlite"),
      (nil, ["PEERLIT_INDEX": "e"], ["--library", "h"], "HOME/.local/share/peerlit/h.sqlite"),
    ] as [(String?, [String: String], [String], String)])
  func `the place with the highest precedence names the index`(
    file: String?, variables: [String: String], options: [String], path: String
  ) throws {
    let capture = Capture()
    let status = capture.run(
      ["config", "index"] + options, environment: try environment(file: file, variables))
    #expect(status == .found)
    #expect(capture.outputText == path.replacing("HOME", with: folder.path) + "\n")
  }

  @Test func `a checkout has its own index`() {
    let folder = LibraryFolder(environment: ["HOME": "/home/me"], checkout: "/src/peerlit")
    #expect(folder.index() == "/src/peerlit/index/peerlit.sqlite")
    #expect(folder.index("mine") == "/src/peerlit/index/mine.sqlite")
  }

  @Test func `the settings are shown with where they were set`() throws {
    let shown = try run(
      "config", "--colour", "never", file: "limit: 20\nunit: passage\n",
      variables: ["PEERLIT_UNIT": "document", "PEERLIT_SERVER": "http://127.0.0.1:7700"])
    let lines = shown.outputText.replacing(folder.path, with: "HOME")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    #expect(
      lines == [
        "index HOME/.local/share/peerlit/library.sqlite default", "library – default",
        "unit document $PEERLIT_UNIT", "limit 20 HOME/.config/peerlit/config.yaml",
        "colour never --colour", "server http://127.0.0.1:7700 $PEERLIT_SERVER",
        "synonyms – default", "timeout 0 default", "",
        "Settings file: HOME/.config/peerlit/config.yaml",
        "Libraries in HOME/.local/share/peerlit: none yet", "",
      ])
    let json = try run("config", "--format", "json")
    #expect(try JSONSchema("config").faults(in: json.outputText).isEmpty)
  }

  @Test(arguments: [
    ("limits: 20", "line 1: Unknown setting “limits”. Did you mean “limit”?"),
    ("imit: 20", "line 1: Unknown setting “imit”. Did you mean “limit”?"),
    ("unit: page", "line 1: unit must be passage or document, not “page”."),
    (
      "unit: document\nlimit: many", "line 2: limit must be a whole number, at least 0, not “many”."
    ),
    (
      "library: ../other",
      "library must consist of letters, digits, “-”, “_” and “.”, not “../other”."
    ),
    ("[1, 2]", "must have lines such as “limit: 20”."), ("a: [", "is not valid YAML: "),
    (
      "limit: 3\n  - x: [\n",
      "config.yaml, line 2, is not valid YAML: mapping values are not allowed in this context. "
        + "Write one setting on each line, such as “limit: 20”.\n"
    ),
    (
      "limit: 3\nunit: document\nlimit: 4",
      "config.yaml has more than one line for “limit”. Keep one of them.\n"
    ),
  ])
  func `a mistake in the settings file is reported with its line`(file: String, message: String)
    throws
  {
    let capture = try run("config", file: file)
    #expect(capture.status == .trouble)
    #expect(capture.errorText.contains(message), "\(capture.errorText)")
    #expect(capture.errorText.contains("config.yaml"))
  }

  @Test func `a mistake in a variable is reported`() throws {
    let capture = try run("search", "peer", variables: ["PEERLIT_LIMIT": "-1"])
    #expect(capture.status == .trouble)
    #expect(
      capture.errorText
        == "peerlit: PEERLIT_LIMIT must be a whole number, at least 0, not “-1”.\n")
  }

  @Test(arguments: [
    (["PEERLIT_COLOUR": "never"], "never  $PEERLIT_COLOUR"),
    (["PEERLIT_COLOR": "never"], "never  $PEERLIT_COLOR"),
    (["PEERLIT_COLOUR": "always", "PEERLIT_COLOR": "never"], "always  $PEERLIT_COLOUR"),
  ])
  func `colour has two spellings`(variables: [String: String], setting: String) throws {
    let lines = try run("config", variables: variables).outputText.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("colour ") })
    let words = line.split(separator: " ")
    #expect(words.dropFirst().joined(separator: "  ") == setting)
  }

  @Test func `an empty settings file counts as missing`() throws {
    #expect(try run("config", "limit", file: "# nothing\n").outputText == "10\n")
  }

  @Test func `search uses the settings`() throws {
    let index = try CorpusIndex.path.get()
    func lines(_ arguments: String..., variables: [String: String] = [:]) throws -> [String] {
      let capture = Capture()
      _ = capture.run(
        ["search", "peer", "--format", "brief"] + arguments,
        environment: try environment(
          file: "limit: 2\nindex: \(index)\n", variables))
      return capture.outputText.split(separator: "\n").map(String.init)
    }
    #expect(try lines().filter { $0.first?.isNumber == true }.count == 2)
    #expect(try lines("-n", "1").filter { $0.first?.isNumber == true }.count == 1)
    #expect(
      try lines(variables: ["PEERLIT_LIMIT": "3"]).filter { $0.first?.isNumber == true }.count == 3)
    #expect(!(try lines().joined().contains("\u{1B}")))
    #expect(try lines("--color", "always", "--format", "text").joined().contains("\u{1B}"))
  }

  @Test func `synonyms of a user are searched for`() throws {
    let file = folder.path + "/synonyms.txt"
    try "# mine\nzzyzx | role clarity\n".write(toFile: file, atomically: true, encoding: .utf8)
    let index = try CorpusIndex.path.get()
    let found = try run("search", "zzyzx", "--index", index, "--synonyms", file)
    #expect(found.status == .found)
    #expect(found.outputText.contains("“zzyzx” also finds role clarity"))
    #expect(try run("search", "zzyzx", "--index", index).status == .nothing)
    try "one\n".write(toFile: file, atomically: true, encoding: .utf8)
    let wrong = try run("search", "zzyzx", "--index", index, "--synonyms", file)
    #expect(wrong.status == .trouble)
    #expect(wrong.errorText.contains("line 1 needs at least two forms separated by “|”."))
  }

  @Test func `a library is made and found by its name`() throws {
    let corpus = Project.root.appending(path: "corpus").path
    #expect(try run("index", corpus, "--library", "mine").status == .found)
    #expect(try run("stats", "--library", "mine").outputText.contains("/mine.sqlite"))
    #expect(try run("config").outputText.hasSuffix("/.local/share/peerlit: mine\n"))
    for command in ["search", "sql"] {
      let missing = try run(command, "peer", "--library", "other")
      #expect(missing.status == .trouble)
      #expect(missing.errorText.hasPrefix("peerlit: No library “other” in "))
      #expect(
        missing.errorText.hasSuffix(
          "/.local/share/peerlit. Libraries: mine. "
            + "Create it with: peerlit index PATH… --library other\n"))
    }
  }

  @Test(arguments: ["search", "sql", "show"])
  func `the error for a missing default index names no option`(command: String) throws {
    let missing = try run(command, "peer")
    #expect(missing.status == .trouble)
    #expect(
      missing.errorText.hasSuffix(
        "/.local/share/peerlit/library.sqlite. Create one with: peerlit index PATH…\n"),
      "\(missing.errorText)")
  }

  @Test(arguments: [
    ["--index", "a", "--library", "b"], ["--library", "../b"], ["--library", ""],
  ])
  func `contradicting and unsafe names are refused`(options: [String]) {
    #expect(Capture().run(["search", "peer"] + options) == .usage)
  }
}
