import Foundation

/// A file with synonyms of the user: on each line forms that mean the same, separated by `|`.
///
///     # a comment
///     befriending | peer companionship
enum SynonymFile {
  /// The largest file that is read, in bytes.
  private static let limit = 1 << 20

  /// The rows of forms.
  static func read(_ path: String) throws -> [[String]] {
    let data = try InputFile.read(path)
    guard data.count <= limit, let text = String(validating: data, as: UTF8.self) else {
      throw InputError(path, "synonyms must be UTF-8 text of at most 1 MiB.")
    }
    var rows: [[String]] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let forms = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
      guard forms.count >= 2 else {
        throw InputError(
          path, "line \(number + 1) needs at least two forms separated by “|”.")
      }
      rows.append(forms)
    }
    return rows
  }
}
