/// A value of a filter in a query that is unknown or invalid, so that the filter was left out.
public struct InvalidFilter: Sendable, Equatable {
  /// The problem with the value.
  public var error: QueryError
  /// The value as typed; one of several codes.
  public var value: String
  /// The value is at or after this offset in the query, in Unicode scalars.
  public var position: Int

  /// Describes a value.
  public init(error: QueryError, value: String, position: Int) {
    self.error = error
    self.value = value
    self.position = position
  }
}
