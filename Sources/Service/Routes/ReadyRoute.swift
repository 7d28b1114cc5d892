extension Route {
  /// `GET /ready`: whether the index is open and can be read.
  public static let ready = Route(
    "GET", "/ready", "Whether the index is open and can be read.",
    operation: "getReady", tag: .service, answer: .json(schema: "ready"),
    isIndexed: false
  ) { _, context in
    let edition = try context.index.current()
    // It reads the terms, the postings and a passage, as a search does.
    try edition.index.probe()
    return .json([
      "format_version": 1, "status": "ready",
      "generation": .integer(try edition.index.generation()),
    ])
  }
}
