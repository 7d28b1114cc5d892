/// The title of a document that states none: the name of its file.
package enum FileTitle {
  /// The words of a name without its extension: hyphens and underscores become spaces, unless the
  /// name has spaces.
  package static func of(_ stem: String) -> String {
    if stem.contains(" ") { return stem.trimmed }
    return stem.split { $0 == "-" || $0 == "_" }.joined(separator: " ").trimmed
  }
}
