/// Lists of authors that one record gives under several tags.
enum AuthorLists {
  /// One list of two that may overlap.
  ///
  /// Lists of the same people differ only in how much of a given name they write; the longer
  /// spelling of each is kept. Other lists add to each other.
  /// - Parameter ordered: all names in the order of the record, asked for when both have names.
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
