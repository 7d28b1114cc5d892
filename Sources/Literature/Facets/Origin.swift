/// The origin of a value.
///
/// The cases are in order of trust: an earlier one wins.
public enum Origin: String, Sendable, CaseIterable, Codable, Comparable {
  /// Written by a person in a catalogue.
  case curated
  /// A field of the source record: a publication type, a MeSH heading, a registry field.
  case record
  /// Taken from the text by rules or a model.
  case extracted

  /// Whether `left` is trusted more than `right`.
  public static func < (left: Origin, right: Origin) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .curated: 0
    case .record: 1
    case .extracted: 2
    }
  }
}
