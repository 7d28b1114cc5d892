import GRDB

/// The terms of an index and their numbers.
enum TermTable {
  /// The numbers of terms, which they keep as long as the index exists.
  struct Numbers {
    /// The number of each term.
    var all: [Int]
    /// The indices of terms that are not in the table yet, in ascending order of their numbers.
    var new: [Int]
  }

  /// The numbers of terms.
  ///
  /// The most frequent new terms get the smallest numbers, so that term vectors, which store
  /// differences of numbers, are short. They follow the numbers in the table.
  ///
  /// - Parameter counts: the number of passages that contain each term.
  static func numbers(
    _ database: Database, of terms: [String], counts: [Int]
  ) throws -> Numbers {
    var last = try Int.fetchOne(database, sql: "SELECT max(number) FROM terms")
    let find = try ColumnStatement(database, sql: "SELECT number FROM terms WHERE term = ?")
    defer { find.reset() }
    var numbers = Numbers(all: [Int](repeating: 0, count: terms.count), new: [])
    for slot in terms.indices {
      if last != nil, try find.find(terms[slot]) {
        numbers.all[slot] = find.integer(0)
      } else {
        numbers.new.append(slot)
      }
    }
    numbers.new.sort { (counts[$1], terms[$0]) < (counts[$0], terms[$1]) }
    for slot in numbers.new {
      let number = min(last ?? 0, PostingKey.mostTerms) + 1
      numbers.all[slot] = number
      last = number
    }
    if let number = numbers.all.first(where: { !(0..<PostingKey.mostTerms).contains($0) }) {
      throw DatabaseError.damaged("a term has the number \(number)")
    }
    return numbers
  }

  /// Adds the new terms to the table.
  static func insert(_ database: Database, _ terms: [String], _ numbers: Numbers) throws {
    let rows = try RowInserter(database, sql: "INSERT INTO terms (number, term) VALUES (?, ?)")
    for slot in numbers.new {
      try rows.insert { row in
        row.bind(numbers.all[slot])
        row.bind(terms[slot])
      }
    }
  }
}
