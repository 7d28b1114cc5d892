import Answers
import Literature
import Reading

extension IndexIncident {
  /// Reports that a document has a different id from the one in its source.
  static func renamed(_ document: Document, wanted: String) -> IndexIncident {
    IndexIncident(
      .renamed, document.id, in: document.source,
      reason: "has the id \(document.id), because another document has the id \(wanted)")
  }

  /// Reports that a record is the same work as another, which is described so that a person can
  /// find it.
  ///
  /// - Parameters:
  ///   - bridge: the record with which the reason connects it, if that is not the other one.
  ///   - isKept: whether the record, which is new, is kept, and the other one is merged into it.
  static func duplicate(
    of other: WorkMerger.Member, _ record: WorkMerger.Member, _ reason: String?,
    through bridge: WorkMerger.Member? = nil, isKept: Bool = false
  ) -> IndexIncident {
    let detail = reason.map { reason in
      bridge.map { "through \(name($0)): \(reason)" } ?? reason
    }
    return IndexIncident(
      .duplicate, record.id, in: record.source,
      reason: "same work as \(name(other))" + (detail.map { " (\($0))" } ?? "")
        + (isKept ? "; the new record is kept" : ""))
  }

  /// A record by its id, its title and its place.
  private static func name(_ other: WorkMerger.Member) -> String {
    let title = other.title
    let short = title.count > 80 ? "\(title.prefix(79))…" : title
    let file = other.source.path.split(separator: "/").last ?? ""
    var source = other.source
    // Its id is usually its key.
    if source.key == other.id, source.number != nil { source.key = nil }
    let place = source.line == nil && source.number == nil ? nil : source.location
    return "\(other.id)\(title.isEmpty ? "" : ", “\(short)”") in \(file)"
      + (place.map { ", \($0)" } ?? "")
  }

  /// Reports that a record has the id of an earlier record in the same file.
  static func repeatedID(_ id: String, _ source: Source) -> IndexIncident {
    IndexIncident(
      .duplicate, id, in: source,
      reason: "has the same id as an earlier record in the file, which was kept")
  }

  /// Reports that a record was skipped because a person removed its document.
  static func removed(_ id: String, _ source: Source) -> IndexIncident {
    IndexIncident(
      .skipped, id, in: source,
      reason: "was removed with “peerlit remove”; “peerlit remove --restore” restores it")
  }

  /// Reports that a record had to be repaired.
  static func repaired(_ id: String, _ source: Source, _ repair: Repair) -> IndexIncident {
    let reason =
      switch repair {
      case .characters: "invalid characters were replaced by U+FFFD"
      case .markup: "its XML is not well-formed, so a part of the record may be missing"
      }
    return IndexIncident(.repaired, id, in: source, reason: reason)
  }

  private init(_ outcome: Outcome, _ id: String, in source: Source, reason: String) {
    self.init(outcome, path: source.path, place: source.location, id: id, reason: reason)
  }
}
