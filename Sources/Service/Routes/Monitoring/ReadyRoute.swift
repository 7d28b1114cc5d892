import JSON
import Retrieval

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
    var body: [String: JSONValue] = [
      "format_version": 1, "status": "ready",
      "generation": .integer(try edition.index.generation()),
    ]
    let shards = try edition.index.shards()
    if !shards.isEmpty { body["shards"] = .array(shards.map(\.json)) }
    return .json(.object(body))
  }
}

extension ShardStatus {
  fileprivate var json: JSONValue {
    [
      "servers": .array(servers.map { .string($0) }), "server": .string(server),
      "reachable": .bool(isReachable), "documents": .integer(documents),
      "took_us": .integer(Int(latency * 1e6)), "failures": .integer(failures),
    ]
  }
}
