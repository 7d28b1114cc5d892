/// A message about one location in a source.
public struct ReadNotice: Sendable, Equatable {
  /// The file or folder.
  public var path: String
  /// The location in it: a line, a byte, a record.
  public var location: SourceLocation?
  /// The reason, as the end of a sentence that begins with the location.
  public var reason: String

  /// Creates a notice.
  public init(path: String, location: SourceLocation? = nil, reason: String) {
    self.path = path
    self.location = location
    self.reason = reason
  }
}

extension ReadNotice: CustomStringConvertible {
  /// A human-readable line: path, location and reason.
  public var description: String {
    "\(path)\(location.map { ", \($0)" } ?? ""): \(reason)"
  }
}
