import ArgumentParser
import Foundation
import Retrieval
import Service

/// The options that select the index and how it is searched.
struct IndexOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Index to use (default: see “peerlit config”).", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var index: String?

  @Option(
    help: ArgumentHelp(
      "Name of the index to use, in the folder of the default index.", valueName: "name"))
  var library: String?

  @Option(
    help: ArgumentHelp(
      "Also search for the synonyms in this file, one group per line, separated by |.",
      valueName: "file"),
    completion: .file())
  var synonyms: String?

  @Option(
    help: ArgumentHelp(
      "Use a cluster instead of an index: the file that lists its shards.",
      valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var cluster: String?

  func validate() throws {
    if cluster != nil, index != nil || library != nil {
      throw ValidationError("Use --cluster or an index, not both.")
    }
    if index != nil, library != nil {
      throw ValidationError("Use --index or --library, not both.")
    }
    if let library, !LibraryFolder.isName(library) {
      throw ValidationError("--library \(LibraryFolder.rule), not “\(library)”.")
    }
  }

  /// Whether an option says which index to use.
  var isGiven: Bool { index != nil || library != nil || cluster != nil }

  /// The settings with these options.
  func settings(_ console: Console) -> Settings {
    var settings = console.settings
    if let index { settings.set(.index, index, .option(Setting.index.option)) }
    if let library { settings.set(.library, library, .option(Setting.library.option)) }
    if let synonyms { settings.set(.synonyms, synonyms, .option(Setting.synonyms.option)) }
    return settings
  }

  /// The path of the index.
  ///
  /// - Throws: ``UsageError`` if a cluster is given, for commands that need an index file.
  func path(_ console: Console) throws -> String {
    if cluster != nil {
      throw UsageError("This command needs an index file. Leave out --cluster.")
    }
    return settings(console).index
  }

  /// The synonyms of the user, in rows of forms that mean the same.
  func readSynonyms(_ console: Console) throws -> [[String]] {
    try settings(console).synonyms.map { try SynonymFile.read($0) } ?? []
  }

  /// The cluster; `nil` for an index file.
  func readCluster(_ console: Console) throws -> ClusterConfiguration? {
    try cluster.map { try ClusterFile.read($0, environment: console.environment) }
  }

  /// Opens the index for a server, which opens it again when the file changes.
  ///
  /// - Parameters:
  ///   - timeLimit: how long a query may run.
  ///   - encoder: encodes queries; `nil` if they are not encoded.
  func openLive(
    _ console: Console, timeLimit: Duration, encoder: SentenceEncoder? = nil
  ) throws -> LiveIndex {
    var settings = SearchSettings()
    settings.cluster = try readCluster(console)
    settings.synonyms = try readSynonyms(console)
    settings.queryEncoder = encoder
    let path = try settings.cluster?.head ?? self.path(console)
    let log = console.log
    return try namingLibraries(console) {
      try LiveIndex(path: path, timeLimit: timeLimit, settings: settings) { error in
        let text = TerminalText.escaped("Can't reopen the index. \(error)")
        // If standard error is read slowly, requests must not wait for it.
        DispatchQueue.global().async { log(.errors, Array("peerlit: \(text)\n".utf8)) }
      }
    }
  }

  /// Opens the index.
  ///
  /// - Parameters:
  ///   - timeLimit: how long a query may run; `nil` for no limit.
  ///   - saved: the synonyms of a saved search, which `--synonyms` replaces; `nil` for those of the
  ///     settings.
  func open(
    _ console: Console, timeLimit: Duration? = nil, savedSynonyms saved: [[String]]? = nil
  ) throws -> Index {
    let given = synonyms == nil ? saved : nil
    let rows = try given ?? readSynonyms(console)
    let index =
      try readCluster(console).map {
        try Index(cluster: $0, timeLimit: timeLimit, synonyms: rows)
      }
      ?? namingLibraries(console) {
        try Index(path: path(console), timeLimit: timeLimit, synonyms: rows)
      }
    console.detail("Index: \(index.path)")
    return index
  }

  /// Opens an index; if there is none for the name of a library, the error lists the libraries.
  func namingLibraries<Opened>(
    _ console: Console, _ open: () throws -> Opened
  ) throws -> Opened {
    do {
      return try open()
    } catch IndexError.missing(let path) {
      let settings = settings(console)
      let name = settings[.library].text
      guard !name.isEmpty, path == settings.folder.index(name) else {
        // Without an option, peerlit index makes the same index.
        if !isGiven, path == settings.index { throw MissingIndex(path: path) }
        throw IndexError.missing(path: path)
      }
      throw MissingLibrary(name: name, folder: settings.folder)
    }
  }
}
