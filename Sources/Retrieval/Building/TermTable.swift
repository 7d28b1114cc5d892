import GRDB

/// The terms of an index and their numbers.
enum TermTable {
  /// The numbers of terms, which are added to the index where they are new.
  static func numbers(_ database: Database, of terms: [String]) throws -> [Int] {
    let isEmpty = try Int.fetchOne(database, sql: "SELECT 1 FROM terms LIMIT 1") == nil
    let find = try database.makeStatement(sql: "SELECT number FROM terms WHERE term = ?")
    let insert = try database.makeStatement(sql: "INSERT INTO terms (term) VALUES (?)")
    var numbers = [Int](repeating: 0, count: terms.count)
    // In order, so that the index of terms is walked and grown from left to right.
    for slot in terms.indices.sorted(by: { terms[$0].utf8.lexicographicallyPrecedes(terms[$1].utf8) })
    {
      if !isEmpty, let number = try Int.fetchOne(find, arguments: [terms[slot]]) {
        numbers[slot] = number
      } else {
        try insert.execute(arguments: [terms[slot]])
        numbers[slot] = Int(database.lastInsertedRowID)
      }
    }
    return numbers
  }
}
