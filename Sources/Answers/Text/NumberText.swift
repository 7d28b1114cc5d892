import Literature

/// Numbers as text, the same on the command line, in the search page and in notes.
package enum NumberText {
  /// A whole number with commas between thousands: "12,345".
  package static func whole(_ number: Int) -> String { number.grouped }

  /// A number with a fixed number of decimals, independent of the locale: "2.50".
  package static func fixed(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return String(number) }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    if decimals == 0 { return sign + String(scaled) }
    return sign + "\(scaled / scale)." + (scaled % scale).zeroPadded(to: decimals)
  }

  /// A count with its noun: "1 passage", "2,000 passages", "2 queries".
  ///
  /// - Parameter plural: the plural, if it is not formed with "s".
  package static func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(whole(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// A time in a suitable unit: "412 µs", "3.2 ms", "71 ms", "1.4 s".
  package static func time(microseconds: Int) -> String {
    func tenths(_ unit: Int) -> String {
      let tenths = (microseconds * 10 + unit / 2) / unit
      return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
    }
    return switch microseconds {
    case ..<1000: "\(microseconds) µs"
    // Longer times would be rounded to 1000 ms.
    case ..<999_450: "\(tenths(1000)) ms"
    default: "\(tenths(1_000_000)) s"
    }
  }
}
