import JSON

/// An event that concerns one source or record: a line of `index --report`.
public struct IndexIncident: Codable, Sendable, Equatable {
  /// What can happen to a source or record.
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case failed
    /// A mistake in a catalogue, front matter or a record; the document is read without this value.
    case mistake
    case kept, skipped, repaired, duplicate, renamed, removed, missing
  }

  /// What happened.
  public var outcome: Outcome
  /// Path of the source.
  public var path: String
  /// Location in the source: "line 12", "byte 300"; `nil` for the whole source.
  @ExplicitNull public var place: String?
  /// Public id of the document, if it has one.
  @ExplicitNull public var id: String?
  /// The reason, in one sentence.
  public var reason: String

  /// Creates an incident.
  public init(
    _ outcome: Outcome, path: String, place: String? = nil, id: String? = nil, reason: String
  ) {
    self.outcome = outcome
    self.path = path
    self.place = place
    self.id = id
    self.reason = reason
  }
}
