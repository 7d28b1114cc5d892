import ArgumentParser
import Retrieval

/// The options that select the index and how it is searched.
struct IndexOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Index to use (default: as “peerlit config” shows).", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var index: String?

  @Option(
    help: ArgumentHelp(
      "Index to use, by its name: a file in the folder of the standard index.", valueName: "name"))
  var library: String?

  @Option(
    help: ArgumentHelp(
      "Also search for the synonyms in this file, one group per line, separated by |.",
      valueName: "file"),
    completion: .file())
  var synonyms: String?

  func validate() throws {
    if index != nil, library != nil {
      throw ValidationError("Use --index or --library, not both.")
    }
    if let library, !LibraryFolder.isName(library) {
      throw ValidationError("--library \(LibraryFolder.rule), not “\(library)”.")
    }
  }

  /// Whether an option says which index to use.
  var isGiven: Bool { index != nil || library != nil }

  /// The settings with these options.
  func settings(_ console: Console) -> Settings {
    var settings = console.settings
    if let index { settings.set(.index, index, .option(Setting.index.option)) }
    if let library { settings.set(.library, library, .option(Setting.library.option)) }
    if let synonyms { settings.set(.synonyms, synonyms, .option(Setting.synonyms.option)) }
    return settings
  }

  /// The path of the index.
  func path(_ console: Console) -> String { settings(console).index }

  /// The synonyms of the user, in rows of forms that mean the same.
  func readSynonyms(_ console: Console) throws -> [[String]] {
    try settings(console).synonyms.map { try SynonymFile.read($0) } ?? []
  }

  /// Opens the index.
  func open(_ console: Console) throws -> Index {
    let index = try Index(path: path(console), synonyms: readSynonyms(console))
    console.detail("Index: \(index.path)")
    return index
  }
}
