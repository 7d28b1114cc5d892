import Literature

extension Imprint {
  /// The pages from a first to a last one, "10-19"; only one of them if they are the same or the
  /// other is missing.
  ///
  /// Some exports write the whole range as the first page, and repeat its end. Publish or Perish
  /// writes 0 for unknown pages.
  static func pages(from first: String?, to last: String?) -> String? {
    if first == "0", ["", "0"].contains(last ?? "") { return nil }
    guard let first, !first.isEmpty else { return last.flatMap { $0.isEmpty ? nil : $0 } }
    guard let last, !last.isEmpty, last != first, !first.hasSuffix("-\(last)") else { return first }
    return "\(first)-\(last)"
  }

  /// Drops a month or a day that no calendar has, and a day without a month.
  mutating func dropImpossibleDate() {
    let date = CalendarDate(year: 0, month: month, day: day)
    (month, day) = (date.month, date.day)
  }
}
