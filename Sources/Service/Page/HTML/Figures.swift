/// Human-readable numbers.
package enum Figures {
  /// A whole number with thousands separators: 12,345.
  package static func whole(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A number of things: "1 passage", "2,000 passages".
  package static func counted(_ number: Int, _ thing: String) -> String {
    "\(whole(number)) \(thing)" + (number == 1 ? "" : "s")
  }

  /// A time: "412 µs", "3.2 ms", "1.4 s".
  package static func time(microseconds: Int) -> String {
    func tenths(_ unit: Int) -> String {
      let tenths = (microseconds * 10 + unit / 2) / unit
      return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
    }
    return switch microseconds {
    case ..<1000: "\(microseconds) µs"
    case ..<1_000_000: "\(tenths(1000)) ms"
    default: "\(tenths(1_000_000)) s"
    }
  }
}
