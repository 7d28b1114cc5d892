/// The title of a document that states none: the name of its file.
package enum FileTitle {
  /// The words of a name without its extension.
  ///
  /// Hyphens and underscores become spaces, unless the name has spaces. Hyphens between digits
  /// stay, as in dates.
  package static func of(_ stem: String) -> String {
    if stem.contains(" ") { return stem.trimmed }
    let words = stem.split { $0 == "-" || $0 == "_" }
    var title = ""
    for (index, word) in words.enumerated() {
      if index > 0 {
        let isInDate =
          stem[words[index - 1].endIndex] == "-" && words[index - 1].last?.isASCIIDigit == true
          && word.first?.isASCIIDigit == true
        title += isInDate ? "-" : " "
      }
      title += word
    }
    return title.trimmed
  }
}
