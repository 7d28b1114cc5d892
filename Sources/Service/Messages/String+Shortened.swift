extension String {
  /// The first 100 characters, for messages that quote user input.
  var shortened: String { utf8.count <= 100 ? self : prefix(100) + "…" }
}
