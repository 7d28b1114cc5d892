import Analysis

/// Finds an option that a command does not have, or a negative number in place of an argument.
///
/// The argument parser reports a missing argument first, although a mistyped option may be the
/// reason why it is missing.
enum UnknownOption {
  /// The error for the first unknown option, otherwise for a negative number; `nil` if there is
  /// neither.
  ///
  /// - Parameters:
  ///   - arguments: the name of a command and the arguments after it.
  ///   - known: the options of the command, as typed.
  static func error(in arguments: [String], known: [String]) -> UsageError? {
    guard !known.isEmpty, let command = arguments.first else { return nil }
    let arguments = arguments.dropFirst().prefix { $0 != "--" }
    let typed = arguments.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
    guard let unknown = typed.first(where: { !known.contains($0) && !common.contains($0) }) else {
      // The argument parser takes a negative number for an option, where an id or a path can be
      // meant as well.
      return arguments.first(where: isNegative).map {
        UsageError("“\($0)” is read as an option. Use a positive number, or put “--” before it.")
      }
    }
    let nearest = EditDistance.nearest(to: unknown, among: known, within: 2)
    let hint =
      nearest.map { "Did you mean “\($0)”?" } ?? "“peerlit \(command) --help” lists the options."
    return UsageError("Unknown option “\(unknown)”. \(hint)")
  }

  private static func isNegative(_ argument: String) -> Bool {
    argument.hasPrefix("-") && Int(argument) != nil
  }

  /// Options of every command.
  private static let common: Set<String> = ["--help", "--version"]
}
