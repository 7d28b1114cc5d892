/// Files that operating systems, office programs and databases leave in folders, and that are never
/// documents.
enum SystemFile {
  /// The reason why a file with this name is skipped; `nil` for other files.
  static func reason(_ name: some StringProtocol) -> String? {
    let folded = name.lowercased()
    if folded.hasPrefix("~$") { return "is an office program's lock file" }
    if folded.hasPrefix(".~lock.") { return "is an office program's lock file" }
    if folded.hasPrefix("._") || folded == "__macosx" { return "is a macOS system file" }
    if folded.hasSuffix(".decisions.jsonl") { return "is a file of decisions on duplicates" }
    if isPartOfDatabase(folded) { return "belongs to a database" }
    return names[folded]
  }

  /// Whether a file is the log, memory or lock of a database: "peerlit.sqlite-wal".
  private static func isPartOfDatabase(_ name: String) -> Bool {
    guard let mark = name.lastIndex(of: "-"),
      ["wal", "shm", "journal", "lock"].contains(name[name.index(after: mark)...])
    else { return false }
    return [".sqlite", ".sqlite3", ".db"].contains { name[..<mark].hasSuffix($0) }
  }

  private static let names: [String: String] = [
    "thumbs.db": "is a Windows system file", "ehthumbs.db": "is a Windows system file",
    "desktop.ini": "is a Windows system file", ".ds_store": "is a macOS system file",
    ".localized": "is a macOS system file", "icon\r": "is a macOS system file",
  ]
}
