import GRDB

/// The terms of an index and their numbers.
enum TermTable {
  /// The numbers of terms; new terms are added to the index.
  ///
  /// The most frequent new terms get the smallest numbers, so that term vectors, which store
  /// differences of numbers, are short.
  /// - Parameter counts: the number of passages that contain each term.
  static func numbers(_ database: Database, of terms: [String], counts: [Int]) throws -> [Int] {
    let isEmpty = try Int.fetchOne(database, sql: "SELECT 1 FROM terms LIMIT 1") == nil
    let find = try database.makeStatement(sql: "SELECT number FROM terms WHERE term = ?")
    let rows = try RowInserter(database, sql: "INSERT INTO terms (term) VALUES (?)")
    var numbers = [Int](repeating: 0, count: terms.count)
    var new: [Int] = []
    for slot in terms.indices {
      if !isEmpty, let number = try Int.fetchOne(find, arguments: [terms[slot]]) {
        numbers[slot] = number
      } else {
        new.append(slot)
      }
    }
    for slot in new.sorted(by: { (counts[$1], terms[$0]) < (counts[$0], terms[$1]) }) {
      try rows.insert { $0.bind(terms[slot]) }
      numbers[slot] = Int(database.lastInsertedRowID)
    }
    if let number = numbers.first(where: { !(0..<PostingKey.mostTerms).contains($0) }) {
      throw DatabaseError.damaged("a term has the number \(number)")
    }
    return numbers
  }
}
