import Query

/// The name of an author as a query has it, divided into the family name and initials.
///
///     TypedAuthor([.word("Smith"), .word("JA")])   // family Smith, initials J and A
///     TypedAuthor([.word("J"), .word("Smith")])    // family Smith, initial J
///
/// Databases list authors with initials, so searches have them too; but many records have given
/// names in full.
struct TypedAuthor: Equatable {
  /// The words of the family name.
  let family: [QueryTree]
  /// The initials of the given names, in order.
  let initials: [Character]

  /// Divides the words of a name; `nil` if it has no initials, or nothing else.
  init?(_ words: [QueryTree]) {
    guard words.count > 1 else { return nil }
    let texts = words.map(Self.text)
    let isLower = texts.allSatisfy { $0 == $0?.lowercased() }
    let letters = texts.map { $0.flatMap { Self.letters($0, isLower: isLower) } }
    // The first word is a family name if all could be initials: LI J.
    let trailing = min(letters.reversed().prefix { $0 != nil }.count, words.count - 1)
    // A word of several capitals at the beginning is a family name: LI Wei.
    let leading = zip(letters, texts).prefix { letters, text in
      letters?.count == 1 || letters != nil && text?.contains(".") == true
    }.count
    if trailing > 0 {
      family = Array(words.dropLast(trailing))
      initials = letters.suffix(trailing).flatMap { $0 ?? [] }
    } else if (1..<words.count).contains(leading) {
      family = Array(words.dropFirst(leading))
      initials = letters.prefix(leading).flatMap { $0 ?? [] }
    } else {
      return nil
    }
    guard initials.count <= Self.mostInitials else { return nil }
  }

  private static let mostInitials = 4

  private static func text(_ word: QueryTree) -> String? {
    switch word {
    case .word(let text), .prefix(let text): text
    default: nil
    }
  }

  /// The letters of a word of initials: `J`, `JA`, `J.A`, `J-P`; `nil` for a name.
  ///
  /// - Parameter isLower: whether the whole name is in lower case, as is usual in Ovid: `smith ja`.
  private static func letters(_ text: String, isLower: Bool) -> [Character]? {
    let parts = text.split { $0 == "." || $0 == "-" }
    let letters = parts.joined()
    guard !letters.isEmpty, letters.allSatisfy(\.isLetter) else { return nil }
    let isInitials =
      parts.allSatisfy { $0.count == 1 }
      || letters.count <= 3 && letters.allSatisfy(\.isUppercase)
      || letters.count == 2 && isLower
    return isInitials ? Array(letters) : nil
  }
}
