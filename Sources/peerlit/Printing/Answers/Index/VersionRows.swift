/// The versions of the program and its libraries, in the order of their names.
enum VersionRows {
  /// The name and the version of each.
  static func of(_ versions: [String: String]) -> [(name: String, version: String)] {
    versions.sorted { $0.key < $1.key }.map { name, version in
      // The version of the analyzer begins with its name.
      let number = version.hasPrefix("\(name) ") ? version.dropFirst(name.count + 1) : version[...]
      return (name, String(number))
    }
  }
}
