/// There is no index where the settings say, and no option names another one.
struct MissingIndex: Error, CustomStringConvertible {
  let path: String

  /// The problem and the fix.
  var description: String { "No index at \(path). Create one with: peerlit index PATH…" }
}
