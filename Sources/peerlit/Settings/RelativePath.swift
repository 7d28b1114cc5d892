/// A path in a file, which may be relative to the folder of the file.
enum RelativePath {
  /// The path as relative to the present folder.
  ///
  /// - Parameter file: the file in which it is written.
  static func resolved(_ path: String, in file: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.isEmpty ? path : folder.joined(separator: "/") + "/" + path
  }
}
