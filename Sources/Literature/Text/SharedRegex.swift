/// A regular expression that is stored and shared by threads.
///
///     private static let reference = SharedRegex(#/line (\d{1,3})\b/#)
///
/// A literal in a function is parsed again at each use. Unchecked `Sendable`: a `Regex` is not
/// `Sendable`, because its parts may be any code; a literal has none, and never changes.
package struct SharedRegex<Output>: RegexComponent, @unchecked Sendable {
  /// The expression itself.
  package let regex: Regex<Output>

  /// Wraps an expression.
  ///
  /// - Parameter regex: a literal, with options or without.
  package init(_ regex: Regex<Output>) {
    self.regex = regex
  }
}
