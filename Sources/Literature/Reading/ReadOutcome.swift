/// What became of one record, or of a file that gave none.
public enum ReadOutcome: Sendable, Equatable {
  /// A record was read. `repaired` says that broken UTF-8 or a lone surrogate in it was replaced
  /// by U+FFFD.
  case document(Document, repaired: Bool)
  /// Left out on purpose, with the reason: a hidden file, a format that is not read.
  case skipped(ReadNotice)
  /// Could not be read; its neighbours were.
  case failed(ReadNotice)
}

/// A place in a source and what is to be said of it.
public struct ReadNotice: Sendable, Equatable {
  /// The file or folder.
  public var path: String
  /// Where in it: a line, a byte, a record.
  public var place: Place?
  /// What happened, in words: the end of a sentence that begins with the place.
  public var reason: String

  /// Makes a notice.
  public init(path: String, place: Place? = nil, reason: String) {
    self.path = path
    self.place = place
    self.reason = reason
  }
}

/// A place within a file.
public enum Place: Sendable, Equatable, Hashable {
  /// A line, from 1.
  case line(Int)
  /// A byte, from 0.
  case byte(Int)
  /// A record, from 1.
  case record(Int)
  /// A member of an archive, and the place in it.
  indirect case member(String, Place?)
}

extension Place: CustomStringConvertible {
  /// The place in words: "line 12", "record 3", "refs/a.ris, line 12".
  public var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .byte(let offset): "byte \(offset)"
    case .record(let number): "record \(number)"
    case .member(let name, let place): place.map { "\(name), \($0)" } ?? name
    }
  }
}

extension ReadNotice: CustomStringConvertible {
  /// One line for people: path, place and reason.
  public var description: String {
    "\(path)\(place.map { ", \($0)" } ?? ""): \(reason)"
  }
}
