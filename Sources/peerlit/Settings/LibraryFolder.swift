import Foundation

/// The folder with the indexes of a user, each a file with the name of a library.
///
/// - A checkout has `index/peerlit.sqlite` as its default index, and other libraries beside it.
/// - An installed program has `$XDG_DATA_HOME/peerlit/library.sqlite`, or
///   `~/.local/share/peerlit/library.sqlite` (XDG Base Directory Specification).
package struct LibraryFolder: Sendable, Equatable {
  /// The path of the folder.
  package let path: String
  /// The name of the library that is used if none is named.
  package let standard: String

  /// Finds the folder.
  ///
  /// - Parameter checkout: the folder of the checkout that the program was built in, if any.
  package init(environment: [String: String], checkout: String? = nil) {
    if let checkout {
      (path, standard) = (checkout + "/index", "peerlit")
    } else if let data = Self.base("XDG_DATA_HOME", "/.local/share", environment) {
      (path, standard) = (data + "/peerlit", "library")
    } else {
      (path, standard) = ("index", "peerlit")
    }
  }

  /// The path of the index of a library.
  package func index(_ name: String? = nil) -> String {
    "\(path)/\(name ?? standard).sqlite"
  }

  /// The names of the libraries that exist, sorted.
  var libraries: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".sqlite") }.map { String($0.dropLast(".sqlite".count)) }
      .filter(Self.isName).sorted()
  }

  /// A base folder: that of a variable, which must be absolute, or one in the home folder.
  static func base(
    _ variable: String, _ fallback: String, _ environment: [String: String]
  ) -> String? {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return (home == "/" ? "" : home) + fallback
  }

  /// The rule for the names of libraries.
  static let rule = "must consist of letters, digits, “-”, “_” and “.”"

  /// Whether a text can be the name of a library; it can't lead out of the folder.
  static func isName(_ text: String) -> Bool {
    let isAllowed = { (character: Character) in
      character.isLetter || character.isNumber || "-_.".contains(character)
    }
    return !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix(".")
      && text.allSatisfy(isAllowed)
  }
}
