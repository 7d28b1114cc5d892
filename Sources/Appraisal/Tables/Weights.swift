import Literature

/// The numbers that rules use, by group and name: from `weights.tsv`.
struct Weights: Sendable {
  static let standard = Weights(table: Table(named: "weights.tsv"))

  private var values: [String: [String: Float]] = [:]

  init(table: Table) {
    for row in table.rows {
      values[row["group"], default: [:]][row["name"]] = Float(row["weight"])
    }
  }

  /// A number; 0 when the table has none of that name.
  subscript(group: String, name: String) -> Float { values[group]?[name] ?? 0 }

  /// All numbers of a group by name.
  func group(_ group: String) -> [String: Float] { values[group] ?? [:] }
}
