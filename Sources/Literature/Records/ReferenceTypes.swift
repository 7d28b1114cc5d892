/// Types of reference by what the formats call them.
enum ReferenceTypes {
  /// A format that has its own names.
  enum Format: Int {
    case ris = 1
    case bibtex = 2
    case csl = 3
  }

  private static let rows = TableResource.rows("reference-types.tsv")

  /// The type that a format writes where it knows none.
  private static let unknown = "Generic"

  /// Types by format and code.
  private static let names: [Format: [Substring: String]] = Dictionary(
    uniqueKeysWithValues: [Format.ris, .bibtex, .csl].map { format in
      let pairs = rows.map { ($0[format.rawValue], String($0[0])) }.filter { !$0.0.isEmpty }
      return (format, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    })

  /// The type that a format calls by a code; an unknown code is the type itself, and a code that
  /// says only that there is a reference is `nil`.
  static func name(_ code: String, in format: Format) -> String? {
    let name = names[format]?[code[...]] ?? code
    return name == unknown ? nil : name
  }

  /// What a format calls a type, or `nil` when it has no name for exactly that.
  static func code(_ name: String, in format: Format) -> String? {
    rows.first { $0[0] == name }.map { String($0[format.rawValue]) }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }
}
