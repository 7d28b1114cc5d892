extension Route {
  /// `GET /ready`: an index is open and can be read.
  public static let ready = Route(
    "GET", "/ready", "Whether an index is open and can be read.", answer: .json(schema: "ready"),
    isIndexed: false
  ) { _, context in
    let edition = context.index.current()
    // A word that needs the terms, the postings and a passage, as a search does.
    try edition.index.probe()
    return .json([
      "format_version": 1, "status": "ready",
      "generation": .integer(try edition.index.generation()),
    ])
  }
}
