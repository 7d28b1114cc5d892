/// Counts with a noun.
enum Counted {
  /// "1 passage", "2 passages"; "1 query", "2 queries".
  static func of(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(Decimals.whole(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
