import Foundation
import Literature

extension Correction {
  /// Whether the correction applies to a document.
  ///
  /// It applies if the two share an identifier of a register. If they have no register in common,
  /// they must have the same title, and either the same ID or the same first author and year: works
  /// of other people have the same title, too.
  public func concerns(_ document: Document) -> Bool {
    let theirs = document.identifiers.filter { Self.registers.contains($0.scheme) }
    if identifiers.contains(where: theirs.contains) { return true }
    let schemes = Set(theirs.map(\.scheme))
    if identifiers.contains(where: { schemes.contains($0.scheme) }) { return false }
    if title.isEmpty { return id == document.id }
    let words = Self.words(title)
    guard words == Self.words(document.title) else { return false }
    if id == document.id { return true }
    // A second document with the same ID was named FILE/ID.
    let isNamed = words.count >= 4 || id.hasSuffix("/\(document.id)")
    return isNamed && year == document.year
      && Self.surname(author) == Self.surname(document.authors.first ?? "")
  }

  /// The words of a title, so that case and punctuation make no difference.
  static func words(_ title: String) -> [Substring] {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// The last word of an author's surname, without case and accents; empty without an author.
  private static func surname(_ author: String) -> String {
    let name = AuthorName(author).surname
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return words(name).last.map(String.init) ?? ""
  }
}
