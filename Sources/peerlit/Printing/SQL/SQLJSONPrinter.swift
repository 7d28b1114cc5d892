import JSON
import Retrieval

/// An object for each row, with the columns in order: an array of them, or one per line.
///
/// Bytes are strings of hexadecimal digits; numbers that JSON lacks are `null`. Columns with the
/// same name have different keys.
struct SQLJSONPrinter: SQLPrinter {
  /// Whether each object is a line, without an array around them.
  let isLines: Bool

  var isSingle: Bool { !isLines }

  func write(_ columns: [String], _ rows: SQLRows, to console: Console) throws -> Int {
    var count = 0
    let keys = Self.keys(columns)
    if !isLines { try console.write("[") }
    while let row = try rows.next() {
      if !isLines { try console.write(count == 0 ? "\n  " : ",\n  ") }
      count += 1
      try console.write(Self.object(keys, row) + (isLines ? "\n" : ""))
    }
    if !isLines { try console.print(count == 0 ? "]" : "\n]") }
    return count
  }

  /// The keys of columns: `title`, `title_2`, because readers of JSON keep only one of equal keys.
  private static func keys(_ columns: [String]) -> [String] {
    var taken = Set(columns)
    var seen: Set<String> = []
    return columns.map { column -> String in
      if seen.insert(column).inserted { return column }
      var number = 2
      while taken.contains("\(column)_\(number)") { number += 1 }
      let key = "\(column)_\(number)"
      taken.insert(key)
      return key
    }
  }

  private static func object(_ keys: [String], _ row: [SQLValue]) -> String {
    var json = JSONWriter()
    json.open("{")
    for (key, value) in zip(keys, row) {
      json.key(key)
      switch value {
      case .null: json.raw("null")
      case .integer(let number): json.raw(String(number))
      case .real(let number): json.raw(number.isFinite ? String(number) : "null")
      case .text(let text): json.quoted(text)
      case .bytes(let bytes): json.quoted(SQLValue.hexadecimal(bytes))
      }
    }
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
