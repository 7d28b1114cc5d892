import ArgumentParser
import Retrieval

/// The option that selects the index.
struct IndexOption: ParsableArguments {
  /// The path of the index if none is given.
  static let defaultPath = "index/peerlit.sqlite"

  @Option(
    help: ArgumentHelp(
      "Index to use (default: $PEERLIT_INDEX, or index/peerlit.sqlite).", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var index: String?

  /// The path of the index.
  func path(_ console: Console) -> String {
    if let index { return index }
    let variable = console.environment["PEERLIT_INDEX"] ?? ""
    return variable.isEmpty ? Self.defaultPath : variable
  }

  /// Opens the index.
  func open(_ console: Console) throws -> Index {
    let index = try Index(path: path(console))
    console.detail("Index: \(index.path)")
    return index
  }
}
