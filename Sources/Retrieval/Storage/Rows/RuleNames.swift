import GRDB

/// The names of the rules that found evidence, and their numbers in the index file.
///
/// There are only a few dozen, so all that were used are kept in memory.
final class RuleNames {
  private let database: Database
  private var numbers: [String: UInt32] = [:]
  private var names: [UInt32: String] = [:]

  init(_ database: Database) {
    self.database = database
  }

  /// The number of a rule; a new rule is added to the index.
  func number(of name: String) throws -> UInt32 {
    if let known = numbers[name] { return known }
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO rules (rule) VALUES (?)")
      .execute(arguments: [name])
    let number = try UInt32.fetchOne(
      database.cachedStatement(sql: "SELECT number FROM rules WHERE rule = ?"), arguments: [name])
    numbers[name] = number
    return number ?? 0
  }

  /// The name of a rule; `nil` for a number that is not in the index.
  func name(of number: UInt32) throws -> String? {
    if let known = names[number] { return known }
    let name = try String.fetchOne(
      database.cachedStatement(sql: "SELECT rule FROM rules WHERE number = ?"),
      arguments: [number])
    names[number] = name
    return name
  }
}
