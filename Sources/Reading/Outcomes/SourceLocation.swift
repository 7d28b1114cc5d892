/// A location in a file.
public enum SourceLocation: Sendable, Equatable, Hashable {
  /// A line, from 1.
  case line(Int)
  /// A byte, from 0.
  case byte(Int)
  /// A record, from 1.
  case record(Int)
  /// A member of an archive, and the location in it.
  indirect case member(String, SourceLocation?)
}

extension SourceLocation: CustomStringConvertible {
  /// The location as text: "line 12", "record 3", "refs/a.ris, line 12".
  public var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .byte(let offset): "byte \(offset)"
    case .record(let number): "record \(number)"
    case .member(let name, let location): location.map { "\(name), \($0)" } ?? name
    }
  }
}
