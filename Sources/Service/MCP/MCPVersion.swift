/// The supported revisions of the Model Context Protocol.
///
/// Source: modelcontextprotocol.io/specification, one page for each.
public enum MCPVersion: String, Sendable, CaseIterable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"

  /// The revision offered to clients that request an unsupported one.
  public static let latest = november2025

  /// Whether messages may be sent in batches; only one revision allows it.
  var hasBatches: Bool { self == .march2025 }
}
