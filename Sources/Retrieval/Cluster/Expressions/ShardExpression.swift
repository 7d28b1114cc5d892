import Query

/// An expression over the terms and values of a storage that matches documents or passages.
indirect enum ShardExpression {
  case nothing
  case term(String)
  /// Adjacent terms; weighs the sum of their impacts.
  case phrase([String])
  /// Terms in any order within a window of positions; weighs the sum of their impacts.
  case near(window: Int, [String])
  case all([ShardExpression])
  case any([ShardExpression])
  /// Any of them; weighs as much as the heaviest.
  case highest([ShardExpression])
  case without(ShardExpression, ShardExpression)
  /// A value from … to, inclusive.
  case range(slot: Int, ClosedRange<UInt32>)

  func write(to message: inout ClusterMessage) {
    switch self {
    case .nothing: message.append("0" as Character)
    case .term(let term):
      message.append("T" as Character)
      message.append(term)
    case .phrase(let terms):
      message.append("P" as Character)
      Self.write(terms, to: &message)
    case .near(let window, let terms):
      message.append("N" as Character)
      message.append(count: window)
      Self.write(terms, to: &message)
    case .all(let parts): Self.write("&", parts, to: &message)
    case .any(let parts): Self.write("|", parts, to: &message)
    case .highest(let parts): Self.write("M", parts, to: &message)
    case .without(let wanted, let unwanted):
      message.append("!" as Character)
      wanted.write(to: &message)
      unwanted.write(to: &message)
    case .range(let slot, let range):
      message.append("R" as Character)
      message.append(count: slot)
      message.append(range.lowerBound)
      message.append(range.upperBound)
    }
  }

  private static func write(_ terms: [String], to message: inout ClusterMessage) {
    message.append(count: terms.count)
    for term in terms { message.append(term) }
  }

  private static func write(
    _ kind: Character, _ parts: [ShardExpression], to message: inout ClusterMessage
  ) {
    if parts.isEmpty { return ShardExpression.nothing.write(to: &message) }
    if parts.count == 1 { return parts[0].write(to: &message) }
    message.append(kind)
    message.append(count: parts.count)
    for part in parts { part.write(to: &message) }
  }
}
