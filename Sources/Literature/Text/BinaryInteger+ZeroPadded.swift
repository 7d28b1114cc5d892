extension BinaryInteger {
  /// The digits of a number that is not negative, with zeros before them if there are fewer than
  /// `length`.
  package func zeroPadded(to length: Int, radix: Int = 10, uppercase: Bool = false) -> String {
    let digits = String(self, radix: radix, uppercase: uppercase)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
