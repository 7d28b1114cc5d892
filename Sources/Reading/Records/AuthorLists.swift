import Literature

/// Joins author lists that one record gives under several tags.
enum AuthorLists {
  /// Joins two lists that may overlap.
  ///
  /// Lists of the same people differ only in how fully they write given names; the longer form of
  /// each name is kept. Other lists are concatenated.
  /// - Parameter ordered: all names in the order of the record, evaluated if both lists have names.
  static func joined(
    _ first: [String], _ second: [String], ordered: () -> [String]
  ) -> [String] {
    if second.isEmpty { return first }
    if first.isEmpty { return second }
    let surnames = first.map(surname)
    if surnames == second.map(surname) {
      return zip(first, second).map { letters($0) >= letters($1) ? $0 : $1 }
    }
    var seen = Set<String>()
    return ordered().filter { seen.insert($0.lowercased()).inserted }
  }

  private static func letters(_ name: String) -> Int {
    name.count { $0.isLetter }
  }

  private static func surname(_ name: String) -> String {
    AuthorName(name).surname.lowercased()
  }
}
