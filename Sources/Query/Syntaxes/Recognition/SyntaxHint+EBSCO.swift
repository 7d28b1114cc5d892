import Literature

/// Fields of EBSCOhost in a query that may also be plain text: `TI peer`, `SU peer`,
/// `MH Depression`.
extension SyntaxHint {
  /// The code of a field at the beginning of the query, or of a line with a number; `nil` if there
  /// is none.
  static func fieldOfEBSCO(in text: String) -> String? {
    guard mayHaveField(text) else { return nil }
    for match in text.matches(of: ebscoField) where isField(match.output.1, before: match.output.2)
    {
      return String(match.output.1)
    }
    return nil
  }

  /// Whether a code names a field that EBSCOhost searches, and not something else with a word.
  private static func isField(_ code: Substring, before word: Substring) -> Bool {
    guard !otherWords.contains(code),
      case .fields(let fields)? = StrategyFields.meaning(of: code.lowercased(), in: .ebsco)
    else { return false }
    let isCapitalised = word.first?.isUppercase ?? false
    // Headings begin with a capital letter: “MH services” are services for mental health.
    if fields == [.subject] { return isCapitalised }
    return !isCapitalised && !expressions.contains("\(code) \(word)")
  }

  /// Whether a text has two capital letters before a space, other than those of OR.
  ///
  /// Nearly all queries have none, and patterns are slow.
  private static func mayHaveField(_ text: String) -> Bool {
    var capitals = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: " "), capitals == 2, last != UInt8(ascii: "R") { return true }
      capitals = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? capitals + 1 : 0
      last = byte
    }
    return false
  }

  /// Codes that are also words or common abbreviations.
  private static let otherWords: Set<Substring> = ["AN", "DO", "ID", "MJ", "PM", "SH", "SO"]

  /// Expressions that begin like a field.
  private static let expressions: Set<String> = [
    "AB initio", "AB test", "AB testing", "AB tests", "SU disorder", "SU disorders", "SU problems",
    "SU recovery", "SU services", "SU treatment",
  ]

  // MARK: Patterns

  private static let ebscoField =
    SharedRegex(
      #/(?:^\(?|(?:^|[\n\r])[ \t]*[#S]?\d{1,4}[.):]?[ \t]+\(?)([A-Z]{2}) {1,9}((?:"|[A-Z]?[a-z])[\w-]*)/#
    )
}
