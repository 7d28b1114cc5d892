/// There is no index with the name of a library.
struct MissingLibrary: Error, CustomStringConvertible {
  let name: String
  let folder: LibraryFolder

  /// The problem, the libraries that exist, and the fix.
  var description: String {
    let names = folder.libraries
    return "No library “\(name)” in \(folder.path). "
      + (names.isEmpty ? "" : "Libraries: \(names.joined(separator: ", ")). ")
      + "Create it with: peerlit index PATH… --library \(name)"
  }
}
