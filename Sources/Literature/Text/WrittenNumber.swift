/// Whole numbers as people write them in tables: `1204`, `1,204`, `1 204`, `1.204`, `1’204`.
public enum WrittenNumber {
  /// The number, or `nil` if the text is not one; signs, decimals and other words are not accepted.
  ///
  /// A separator must divide the digits into groups of three: `1,20` is not a number.
  public static func value(_ text: String) -> Int? {
    let groups = text.trimmed.split(
      omittingEmptySubsequences: false, whereSeparator: { separators.contains($0) })
    let digits = groups.joined()
    guard let first = groups.first, (1...15).contains(digits.utf8.count),
      digits.utf8.allSatisfy(\.isDigit)
    else { return nil }
    let areThousands =
      (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    return groups.count == 1 || areThousands ? Int(digits) : nil
  }

  private static let separators: Set<Character> = [
    ",", ".", " ", "'", "’", "\u{A0}", "\u{2009}", "\u{202F}",
  ]
}
