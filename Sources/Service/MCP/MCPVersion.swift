/// The revisions of the Model Context Protocol that are spoken here.
///
/// Source: modelcontextprotocol.io/specification, one page for each.
public enum MCPVersion: String, Sendable, CaseIterable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"

  /// What a client is offered that asks for one that is not spoken here.
  public static let latest = june2025

  /// Whether several messages may come as one list: a thing of a single revision, since taken back.
  var hasBatches: Bool { self == .march2025 }
}
