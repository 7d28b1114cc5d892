extension String {
  /// Markup without its comments, which can contain anything that looks like a tag; one that is not
  /// closed extends to the end.
  var withoutComments: String {
    var shown = ""
    var rest = self[...]
    while let open = rest.firstRange(of: "<!--") {
      shown += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "-->") else { return shown }
      rest = rest[close.upperBound...]
    }
    return shown + rest
  }
}
