import Literature

/// A range of years as shown in two fields.
package struct YearRange: Sendable, Equatable {
  /// The first year, as typed.
  package var from: String
  /// The last year, as typed.
  package var to: String

  /// Reads a year or a range of years; `nil` for anything else, such as `none`.
  package init?(_ value: String?) {
    guard let value, value.utf8.allSatisfy({ $0.isDigit || $0 == 0x2E }) else {
      return nil
    }
    guard let dots = value.firstRange(of: "..") else {
      (from, to) = (value, value)
      return
    }
    from = String(value[..<dots.lowerBound])
    to = String(value[dots.upperBound...])
  }
}
