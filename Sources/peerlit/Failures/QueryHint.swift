import Foundation

/// Recognises a query that begins with the name of a command: `peerlit open dialogue`.
enum QueryHint {
  /// Advice on searching for arguments that are plain words; `nil` for others.
  ///
  /// - Parameter arguments: the name of a command and the arguments after it. Options after the
  ///   words are ignored.
  static func hint(_ arguments: [String]) -> String? {
    let words = arguments.prefix { !$0.hasPrefix("-") }
    guard words.count > 1, words.allSatisfy(isWords) else { return nil }
    return "To search for these words: peerlit search \"\(words.joined(separator: " "))\""
  }

  /// Refuses files that are plain words if none of them exists: `peerlit index finger pain`.
  ///
  /// - Throws: ``UsageError``, with advice on searching for several words; a single one is more
  ///   likely the name of a folder.
  static func refuseWords(_ files: [String], command: String) throws(UsageError) {
    guard let hint = hint([command] + files), let first = files.first,
      !files.contains(where: FileManager.default.fileExists(atPath:))
    else { return }
    throw UsageError("No file or folder “\(first)”." + (files.count > 1 ? " \(hint)" : ""))
  }

  /// Whether a text consists only of words: no path, number or identifier.
  ///
  /// Most ids of files have hyphens.
  private static func isWords(_ text: String) -> Bool {
    text.contains(where: \.isLetter)
      && text.allSatisfy { $0.isLetter || $0 == " " || $0 == "'" || $0 == "’" }
  }
}
