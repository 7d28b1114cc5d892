/// Limits on characters that consist of many scalars.
///
/// A letter can have any number of combining marks, and a character of a million scalars makes
/// every search for the next character slow. Unicode's Stream-Safe Text Format (UAX #15, section
/// 13) limits their number to 30, far more than real text has.
enum CombiningMarks {
  /// Maximum number of marks in a row.
  static let limit = 30

  /// The text without the marks beyond the limit, or `nil` if there are none.
  static func limited(_ text: String) -> String? {
    var run = 0
    let isTooLong = text.unicodeScalars.contains { scalar in
      run = isMark(scalar) ? run + 1 : 0
      return run > limit
    }
    guard isTooLong else { return nil }
    run = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      run = isMark(scalar) ? run + 1 : 0
      if run <= limit { kept.append(scalar) }
    }
    return String(kept)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.isGraphemeExtend
  }
}
