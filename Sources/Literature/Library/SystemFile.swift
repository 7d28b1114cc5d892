/// Files that operating systems and office programs leave in folders, which are never documents.
enum SystemFile {
  /// The reason why a file with this name is skipped; `nil` for other files.
  static func reason(_ name: some StringProtocol) -> String? {
    let folded = name.lowercased()
    if folded.hasPrefix("~$") { return "is an office program's lock file" }
    if folded.hasPrefix(".~lock.") { return "is an office program's lock file" }
    if folded.hasPrefix("._") || folded == "__macosx" { return "is a macOS system file" }
    if folded.hasSuffix(".decisions.jsonl") { return "is a file of decisions on duplicates" }
    return names[folded]
  }

  private static let names: [String: String] = [
    "thumbs.db": "is a Windows system file", "ehthumbs.db": "is a Windows system file",
    "desktop.ini": "is a Windows system file", ".ds_store": "is a macOS system file",
    ".localized": "is a macOS system file", "icon\r": "is a macOS system file",
  ]
}
