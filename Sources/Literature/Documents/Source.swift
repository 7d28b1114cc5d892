/// The source of a record.
public struct Source: Sendable, Equatable, Hashable, Codable {
  /// Absolute path of the file as given by the user.
  public var path: String
  /// The record's own key in that file; `nil` if the file is one document.
  public var key: String?
  /// Line of the file on which the record begins, from 1; `nil` if the format has no lines or
  /// records share one.
  public var line: Int?
  /// Number of the record in the file, from 1, if records share a line.
  public var number: Int?

  /// The location of the record: "line 12", or "record 3 (10899500)", its number and its key, if
  /// records share a line.
  public var location: String? {
    if let line { return "line \(line)" }
    guard let number else { return key.map { "record \($0)" } }
    return "record \(number)" + (key.map { " (\($0))" } ?? "")
  }

  /// The name of the file, without its folders.
  package var fileName: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The source without the place in the file, which changes when other records do.
  public var withoutPlace: Source { Source(path: path, key: key) }

  /// Creates the source of a record.
  public init(path: String, key: String? = nil, line: Int? = nil, number: Int? = nil) {
    self.path = path
    self.key = key
    self.line = line
    self.number = number
  }
}
