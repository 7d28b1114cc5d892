import ArgumentParser

/// The time limit of a command that searches.
struct TimeLimitOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Stop a query after this time; 0 for no limit (default: 0).", valueName: "seconds"))
  var timeout: Double?

  func validate() throws {
    if let timeout, !Setting.seconds.contains(timeout) {
      throw ValidationError("--timeout must be 0 or more seconds.")
    }
  }

  /// How long a query may run; `nil` for no limit.
  func duration(_ console: Console) -> Duration? {
    let seconds = timeout ?? console.settings.timeout
    return seconds > 0 ? .seconds(seconds) : nil
  }
}
