/// Files that operating systems and office programs leave in folders, which are never documents.
enum SystemFile {
  /// The reason why a file with this name is skipped; `nil` for other files.
  static func reason(_ name: some StringProtocol) -> String? {
    let folded = name.lowercased()
    if folded.hasPrefix("~$") { return "is a lock file of an office program" }
    if folded.hasPrefix(".~lock.") { return "is a lock file of an office program" }
    if folded.hasPrefix("._") || folded == "__macosx" { return "is a file of macOS" }
    if folded.hasSuffix(".decisions.jsonl") { return "is a file of decisions on duplicates" }
    return names[folded]
  }

  private static let names: [String: String] = [
    "thumbs.db": "is a file of Windows", "ehthumbs.db": "is a file of Windows",
    "desktop.ini": "is a file of Windows", ".ds_store": "is a file of macOS",
    ".localized": "is a file of macOS", "icon\r": "is a file of macOS",
  ]
}
