extension String {
  /// At most 100 characters, for messages that repeat what was sent.
  var shortened: String { utf8.count <= 100 ? self : prefix(100) + "…" }
}
