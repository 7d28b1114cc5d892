import Literature

/// A file name, parsed.
package struct FileName: Sendable, Equatable {
  /// Name without folders, extension and compression extension.
  package let stem: String
  /// Extension in lower case, without the dot and any compression extension; empty if there is
  /// none.
  package let `extension`: String

  /// Extensions of compressed files, which do not show the format of the content.
  static let packing: Set<String> = ["gz", "xz", "bz2", "zst", "lz4", "z"]

  /// Parses the last part of a path.
  package init(_ path: String) {
    var name = Self.last(path)
    var (stem, ending) = Self.split(name)
    if Self.packing.contains(ending) {
      name = stem
      (stem, ending) = Self.split(name)
    }
    self.stem = stem
    self.extension = ending
  }

  /// The last part of a path.
  static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func split(_ name: String) -> (String, String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    let ending = name[name.index(after: dot)...]
    guard !ending.isEmpty, ending.count <= 8, ending.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return (name, "") }
    return (String(name[..<dot]), ending.lowercased())
  }
}
