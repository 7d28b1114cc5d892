/// An author's name as sources write it.
///
/// "Baird, J. K.", "Baird JK" and "J K Baird" are the same name.
package struct AuthorName {
  /// The surname; the longest word if every word could be initials ("LI J").
  package let surname: String

  /// Parses a name.
  package init(_ name: String) {
    if let comma = name.firstIndex(of: ",") {
      surname = name[..<comma].trimmed
      return
    }
    let words = name.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let last = words.last else {
      surname = name.trimmed
      return
    }
    if Self.isInitials(last) {
      let family = words.filter { !Self.isInitials($0) }
      let longest = words.max { $0.count(where: \.isLetter) < $1.count(where: \.isLetter) }
      surname = family.isEmpty ? String(longest ?? last) : family.joined(separator: " ")
    } else {
      surname = String(last)
    }
  }

  private static func isInitials(_ word: Substring) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count <= 3 && letters.allSatisfy(\.isUppercase)
  }
}
