/// Lists of Python and JSON in the cells of tables, as pandas writes them.
///
///     QuotedList.withSemicolons("['Lee, Ann', 'Roe, Bo']")  // "Lee, Ann;Roe, Bo"
enum QuotedList {
  /// The items of such a list with semicolons between them; other text is unchanged.
  static func withSemicolons(_ text: String) -> String {
    items(text)?.joined(separator: ";") ?? text
  }

  private static func items(_ text: String) -> [String]? {
    let marks: Set<Character> = ["'", "\""]
    guard text.hasPrefix("["), text.hasSuffix("]"),
      let first = text.dropFirst().first, let last = text.dropLast().last,
      marks.contains(first), marks.contains(last)
    else { return nil }
    var items: [String] = []
    var open: (mark: Character, item: String)?
    for character in text.dropFirst().dropLast() {
      if let (mark, item) = open {
        if character == mark {
          items.append(item)
          open = nil
        } else {
          open?.item.append(character)
        }
      } else if marks.contains(character) {
        open = (mark: character, item: "")
      }
    }
    return open == nil ? items : nil
  }
}
