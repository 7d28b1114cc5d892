/// A statement of `peerlit sql` took too long.
struct StatementTimeout: Error, CustomStringConvertible {
  /// The problem, then the fix.
  var description: String {
    "The statement exceeded its time limit. Allow more with --timeout SECONDS (0 for no limit)."
  }
}
