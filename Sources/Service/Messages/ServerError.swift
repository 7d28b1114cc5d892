/// An error that keeps a server from starting or a client from reaching it.
public struct ServerError: Error, CustomStringConvertible, Equatable {
  /// The problem, then the fix.
  public let description: String

  /// Creates an error.
  public init(_ description: String) {
    self.description = description
  }
}
