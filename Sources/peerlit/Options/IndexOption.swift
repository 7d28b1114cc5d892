import ArgumentParser

/// Which index a command reads or writes.
struct IndexOption: ParsableArguments {
  /// Where the index lies when nobody says otherwise.
  static let standardPath = "index/peerlit.sqlite"

  @Option(
    help: ArgumentHelp(
      "The index file (default: the environment's PEERLIT_INDEX, or index/peerlit.sqlite).",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var index: String?

  /// Path of the index.
  func path(_ console: Console) -> String {
    if let index { return index }
    let variable = console.environment["PEERLIT_INDEX"] ?? ""
    return variable.isEmpty ? Self.standardPath : variable
  }
}
