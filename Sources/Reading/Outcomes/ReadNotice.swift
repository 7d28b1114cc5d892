/// A message about one location in a source.
public struct ReadNotice: Sendable, Equatable {
  /// The file or folder.
  public var path: String
  /// The location in it: a line, a byte, a record.
  public var location: SourceLocation?
  /// The reason, as the end of a sentence that begins with the location.
  public var reason: String
  /// Whether records that were read from the path before may still be there; `nil` if the kind of
  /// outcome implies it: yes for a failure, no for a skipped record.
  public var keepsRecords: Bool?

  /// Creates a notice.
  public init(
    path: String, location: SourceLocation? = nil, reason: String, keepsRecords: Bool? = nil
  ) {
    self.path = path
    self.location = location
    self.reason = reason
    self.keepsRecords = keepsRecords
  }
}

extension ReadNotice: CustomStringConvertible {
  /// A human-readable line: path, location and reason.
  public var description: String {
    "\(path)\(location.map { ", \($0)" } ?? ""): \(reason)"
  }
}
