import GRDB

/// The terms of an index and their numbers.
///
/// Lookups are cached; if the index changes, a new dictionary is used.
final class TermDictionary {
  /// The maximum number of cached numbers, and of cached terms.
  private static let mostKept = 1 << 14

  private let numberRows: ColumnStatement
  private let termRows: ColumnStatement
  private var numbers: [String: Int?] = [:]
  private var terms: [UInt32: String] = [:]

  init(_ database: Database) throws {
    numberRows = try ColumnStatement(database, sql: "SELECT number FROM terms WHERE term = ?")
    termRows = try ColumnStatement(database, sql: "SELECT term FROM terms WHERE number = ?")
  }

  /// The number of a term; `nil` if no text contains it.
  func number(of term: String) throws -> Int? {
    if let known = numbers[term] { return known }
    defer { numberRows.reset() }
    var number = try numberRows.find(term) ? numberRows.integer(0) : nil
    // Only a damaged file has a number above the limit.
    if let found = number, !(0..<PostingKey.mostTerms).contains(found) { number = nil }
    if numbers.count == Self.mostKept { numbers.removeAll(keepingCapacity: true) }
    numbers[term] = .some(number)
    return number
  }

  /// A term by its number.
  func term(_ number: UInt32) throws -> String? {
    if let term = terms[number] { return term }
    guard try termRows.find(Int64(number)) else { return nil }
    defer { termRows.reset() }
    if terms.count == Self.mostKept { terms.removeAll(keepingCapacity: true) }
    let term = termRows.text(0)
    terms[number] = term
    return term
  }
}
