/// Numbers of things in words.
enum Counted {
  /// "1 passage", "2 passages".
  static func of(_ number: Int, _ noun: String) -> String {
    "\(Decimals.whole(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
