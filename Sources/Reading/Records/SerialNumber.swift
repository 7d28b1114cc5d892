import Literature

/// International standard serial numbers (ISO 3297), as databases write them.
enum SerialNumber {
  /// The first ISSN in a text, with its hyphen and a capital X; `nil` if there is none.
  ///
  ///     SerialNumber.first(in: "0022006X")                     // "0022-006X"
  ///     SerialNumber.first(in: "1873-0442 (Electronic)\r1477-8939")  // "1873-0442"
  static func first(in text: String) -> String? {
    for part in text.split(whereSeparator: { !$0.isASCIIDigit && !"-xX".contains($0) }) {
      // "ISSN-1873-0442" has a hyphen before the number.
      let part = part.drop { $0 == "-" }
      let digits = part.filter { $0 != "-" }
      let hyphen = part.firstIndex(of: "-").map { part.distance(from: part.startIndex, to: $0) }
      guard digits.count == 8, part.count == (hyphen == nil ? 8 : 9), hyphen ?? 4 == 4,
        digits.dropLast().allSatisfy(\.isASCIIDigit)
      else { continue }
      return "\(digits.prefix(4))-\(digits.suffix(4).uppercased())"
    }
    return nil
  }
}
