import Analysis

/// Finds an option that a command does not have.
///
/// The argument parser reports a missing argument first, although a mistyped option may be the
/// reason why it is missing.
enum UnknownOption {
  /// The error for the first unknown option; `nil` if the command has all of them.
  ///
  /// - Parameters:
  ///   - arguments: the name of a command and the arguments after it.
  ///   - known: the options of the command, as typed.
  static func error(in arguments: [String], known: [String]) -> UsageError? {
    guard !known.isEmpty else { return nil }
    let typed = arguments.dropFirst().prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
      .map { String($0.prefix { $0 != "=" }) }
    guard let unknown = typed.first(where: { !known.contains($0) && !common.contains($0) }) else {
      return nil
    }
    let nearest = EditDistance.nearest(to: unknown, among: known, within: 2)
    let hint = nearest.map { " Did you mean “\($0)”?" } ?? ""
    return UsageError("Unknown option “\(unknown)”.\(hint)")
  }

  /// Options of every command.
  private static let common: Set<String> = ["--help", "--version"]
}
