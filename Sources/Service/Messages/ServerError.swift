/// What keeps a server from starting, or a client from reaching it.
public struct ServerError: Error, CustomStringConvertible, Equatable {
  /// The problem, then what to do.
  public let description: String

  /// Makes an error.
  public init(_ description: String) {
    self.description = description
  }
}
