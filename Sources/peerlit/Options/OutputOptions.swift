import ArgumentParser

/// The destination of results, and the amount of other messages.
package struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the results to a file; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(
    name: .shortAndLong, help: "Do not print progress, notes or warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print details to standard error.")
  var verbose = false

  @Flag(help: "Do not show long output in a pager ($PAGER, or less).")
  var noPager = false

  @Option(
    name: [.customLong("colour"), .customLong("color")],
    help: ArgumentHelp("When to use colour in text.", valueName: "when"))
  var colour: ColourChoice?

  @Flag(
    name: [.customLong("no-colour"), .customLong("no-color")],
    help: "Do not use colour, as with --colour never.")
  var noColour = false

  /// Creates the options.
  package init() {}

  /// Checks the options.
  package func validate() throws {
    if noColour, colour != nil {
      throw ValidationError("Use --colour or --no-colour, not both.")
    }
    if quiet, verbose { throw ValidationError("Use --quiet or --verbose, not both.") }
  }

  /// When to use colour; `nil` if no option says so.
  var colourChoice: ColourChoice? { noColour ? .never : colour }

  /// The file for the results; `nil` for standard output.
  var file: String? { output.flatMap { OutputFile.isStandardOutput($0) ? nil : $0 } }

  /// The amount of messages on standard error.
  var verbosity: Console.Verbosity { quiet ? .quiet : verbose ? .verbose : .normal }
}
