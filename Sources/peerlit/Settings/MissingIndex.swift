/// The index that the settings name does not exist, and no option names another one.
struct MissingIndex: Error, CustomStringConvertible {
  let path: String

  /// The problem and the fix.
  var description: String { "No index at \(path). Create one with: peerlit index PATH…" }
}
