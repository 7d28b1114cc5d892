import Literature

/// Times of day beside a date, whose numbers are not those of the date.
///
///     TimeOfDay.removed(from: "10.30 am, 12 June 2019")   // " , 12 june 2019"
///     TimeOfDay.removed(from: "2019-06-12T10:30:00Z")     // "2019-06-12 "
enum TimeOfDay {
  /// A text in lower case without times of day.
  static func removed(from text: some StringProtocol) -> String {
    let text = text.lowercased()
    guard mayContain(text) else { return text }
    return text.replacing(camera) { "\($0.output.1)-\($0.output.2)-\($0.output.3)" }
      .replacing(basic) { $0.output.1 }
      .replacing(clock, with: " ")
      .replacing(halves, with: " ")
      .replacing(hours, with: " ")
  }

  /// A date with colons, as cameras write it (EXIF): "2019:06:12".
  private static let camera = SharedRegex(#/\b([12]\d{3}):(\d{2}):(\d{2})(?!\d)/#)

  /// The time after a date in the basic format of ISO 8601: "20190612t103000z".
  private static let basic = SharedRegex(#/(\d)t\d{4,6}(?:z|[+\-]\d{2}:?\d{2})?/#)

  /// Hours and minutes, with seconds and a time zone or without: "10:30", "t10:30:00.5+01:00".
  private static let clock =
    SharedRegex(
      #/(?:\b|t)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?:z|[+\-−]\d{2}:?\d{2}|utc|gmt|[ap]\.?m|h(?:rs?|ours?)?)\b\.?)*/#
    )

  /// Hours before noon or after it: "10.30 am", "3 p.m.".
  private static let halves = SharedRegex(#/\b\d{1,2}(?:\.\d{2})?\s*[ap]\.?m\b\.?/#)

  /// Hours with their unit: "1830 hrs", "18h30".
  private static let hours =
    SharedRegex(#/\b(?:\d{4}\s?h(?:rs?|ours?)?|\d{1,2}\s?h\s?\d{2}|\d{1,2}\s?h(?:rs|ours)?)\b/#)

  /// Whether a text has a colon, or a number before a letter that may belong to a time; most dates
  /// have neither, and need no closer look.
  private static func mayContain(_ text: String) -> Bool {
    var followsNumber = false
    for byte in text.utf8 {
      switch UnicodeScalar(byte) {
      case ":": return true
      case "0"..."9": followsNumber = true
      case " ", ".": break
      case "a", "p", "h", "t": if followsNumber { return true }
      default: followsNumber = false
      }
    }
    return false
  }
}
