/// Roman numerals in titles: "part II", "a phase III trial".
enum RomanNumerals {
  /// The value of each numeral up to twelve, in lower case.
  ///
  /// "v" and "x" are missing, because they also mean "versus" and "times".
  static let values = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
  ]
}
