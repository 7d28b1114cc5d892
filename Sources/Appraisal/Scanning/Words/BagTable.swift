import Literature

/// The table `bag-of-words.tsv`: words, and their weights for each code.
///
/// A word of a text is looked up by its first six letters, which join most forms of a word.
struct BagTable: Sendable {
  static let standard = BagTable(table: Table(named: "bag-of-words.tsv"))

  /// The number of letters by which words are looked up.
  static let letters = 6
  /// The unit of the weights in the table.
  private static let unit: Float = 0.01

  /// The inverse document frequency of each word.
  let idf: [Float]
  /// The words, and last the row that every document has.
  private let rows: [Table.Row]
  private let numbers: [UInt64: Int32]

  init(table: Table) {
    let words = table.rows.filter { !$0["word"].isEmpty }
    rows = words + table.rows.filter { $0["word"].isEmpty }.prefix(1)
    idf = words.map { Float($0["idf"]) ?? 0 }
    numbers = Dictionary(
      words.enumerated().map { (ByteHash.of($1["word"]), Int32($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The row of a word as written; -1 if the table does not have it.
  func row(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var hash = ByteHash.seed
    for byte in bytes.prefix(Self.letters) {
      hash = ByteHash.addFolded(byte, to: hash)
    }
    return numbers[hash] ?? -1
  }

  /// The weights of a code by row, and last its bias; `nil` if the table does not have the code.
  func weights(of code: String, in facet: FacetName) -> [Float]? {
    let column = "\(facet.rawValue).\(code)"
    guard rows.count > idf.count, !rows[idf.count][column].isEmpty else { return nil }
    return rows.map { (Float($0[column]) ?? 0) * Self.unit }
  }
}
