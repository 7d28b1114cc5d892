/// Invalid or contradictory arguments.
package struct UsageError: Error, CustomStringConvertible {
  /// The problem, then the fix.
  package let description: String

  /// Creates an error from a message.
  package init(_ description: String) {
    self.description = description
  }
}
