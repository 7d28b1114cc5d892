import Answers

/// The servers of shards that did not answer a query.
struct MissingShards {
  private let servers: [String]

  init(_ storage: (any PostingStorage)?) {
    servers = storage?.missing ?? []
  }

  /// A note for readers; `nil` if all shards answered.
  var note: SearchNote? {
    if servers.isEmpty { return nil }
    return .sentence(
      "Partial result: no answer from \(servers.joined(separator: ", ")), so more documents may "
        + "match.")
  }

  /// Marks an answer as partial, unless all shards answered.
  func mark(_ partial: inout Bool?, _ missing: inout [String]?, _ query: inout InterpretedQuery) {
    guard let note else { return }
    partial = true
    missing = servers
    query.notes.append(note)
  }
}
