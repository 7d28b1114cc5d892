import Literature

/// The messages of the argument parser, worded like all other messages: the problem, then the fix.
enum ParserMessage {
  /// The message in peerlit's words; a message of another kind is unchanged.
  ///
  /// - Parameter message: a message, which lines on the usage may follow.
  static func plain(_ message: String) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, let problem = problem(first) else { return message }
    let bullet = "  - "
    let choices = lines.dropFirst().prefix { $0.hasPrefix(bullet) }
    let names = choices.map { String($0.dropFirst(bullet.count)) }
    let fix = names.isEmpty ? "" : " Use \(names.asAlternatives)."
    let rest = lines.dropFirst(1 + choices.count)
    return ([problem + fix] + rest).joined(separator: "\n")
  }

  /// The first line as sentences; `nil` for a message of another kind.
  private static func problem(_ line: String) -> String? {
    if let match = line.wholeMatch(of: missingArgument) {
      return "The argument \(match.output.1) is missing."
    }
    if let match = line.wholeMatch(of: missingValue) {
      return "The value of \(match.output.1) is missing."
    }
    if let match = line.wholeMatch(of: unexpected) {
      let arguments = match.output.1.replacing("', '", with: "”, “")
      return "Unexpected argument\(arguments == match.output.1 ? "" : "s") “\(arguments)”."
    }
    if let match = line.wholeMatch(of: unknownOption) {
      let guess = match.output.2.map { " Did you mean “\($0)”?" } ?? ""
      return "Unknown option “\(match.output.1)”.\(guess)"
    }
    guard let match = line.wholeMatch(of: invalid) else { return nil }
    let problem = "“\(match.output.1)” is not valid for \(match.output.2)."
    guard let choices = match.output.3 else {
      return [problem, expectation(match.output.2)].joinedNonNil(separator: " ")
    }
    let names = choices.matches(of: quoted).map { String($0.output.1) }
    return names.isEmpty ? problem : "\(problem) Use \(names.asAlternatives)."
  }

  /// What a number must be, by its name in the usage; `nil` for other values.
  private static func expectation(_ option: Substring) -> String? {
    if option.hasSuffix("<n>") { return "Use a whole number." }
    return option.hasSuffix("<seconds>") ? "Use a number of seconds." : nil
  }

  private static var missingArgument: Regex<(Substring, Substring)> {
    #/Missing expected argument '(.+)'/#
  }
  private static var missingValue: Regex<(Substring, Substring)> { #/Missing value for '(.+)'/# }
  private static var unexpected: Regex<(Substring, Substring)> {
    #/(?:U|\d+ u)nexpected arguments?:? '(.*)'/#
  }
  private static var unknownOption: Regex<(Substring, Substring, Substring?)> {
    #/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/#
  }
  /// Up to five choices are in the sentence; more are in a list below it.
  private static var invalid: Regex<(Substring, Substring, Substring, Substring?)> {
    #/The value '(.*)' is invalid for '([^']+)'(?:\. Please provide one of (.+))?/#
  }
  private static var quoted: Regex<(Substring, Substring)> { #/'([^']+)'/# }
}
