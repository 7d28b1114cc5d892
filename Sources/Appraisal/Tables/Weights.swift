import Literature

/// The weights of the models, by group and name, from `weights.tsv`.
struct Weights: Sendable {
  static let standard = Weights(table: Table(named: "weights.tsv"))

  private var values: [String: [String: Float]] = [:]

  init(table: Table) {
    for row in table.rows {
      values[row["group"], default: [:]][row["name"]] = Float(row["weight"])
    }
  }

  /// A weight; 0 if the table does not have it.
  subscript(group: String, name: String) -> Float { values[group]?[name] ?? 0 }

  /// All weights of a group by name.
  func group(_ group: String) -> [String: Float] { values[group] ?? [:] }
}
