import ArgumentParser

/// The program: its commands, and the one place where a call begins and ends.
package struct Program: ParsableCommand {
  /// The version that `--version` prints.
  package static let version = "0.1.0"

  /// The name and version that kept searches bear.
  static let nameAndVersion = "peerlit \(version)"

  /// The commands, and what help says.
  package static let configuration = CommandConfiguration(
    commandName: "peerlit",
    abstract: "Searches the literature on peer support.",
    discussion: """
      peerlit indexes articles, reviews, reports and web pages, appraises them by study design, \
      condition, setting and sample size, and finds the passages that answer a question. \
      Everything stays on this machine.

      Examples:
        peerlit index corpus/
        peerlit "role clarity HCV"
        peerlit search "role clarity" --method qualitative --min-sample 20
        peerlit show peers-hcv-2023
      """,
    version: version,
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, FacetsCommand.self,
      MapCommand.self, SimilarCommand.self, ExportCommand.self, ReplayCommand.self,
      AppraiseCommand.self, CheckCommand.self, StatsCommand.self, ServeCommand.self,
      MCPCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: SearchCommand.self)

  /// Makes the command.
  package init() {}

  /// Runs one call of the program.
  ///
  /// - Parameters:
  ///   - arguments: the call's arguments, without the program's name.
  ///   - console: where it writes.
  /// - Returns: what to tell the shell.
  package static func run(_ arguments: [String], on console: Console) -> ExitStatus {
    do {
      let status = try dispatch(arguments, on: console)
      console.clearProgress()
      try console.flush()
      return status
    } catch {
      return Failure(error).tell(on: console)
    }
  }

  private static func dispatch(_ arguments: [String], on console: Console) throws -> ExitStatus {
    if arguments.isEmpty {
      try console.print(helpMessage(columns: console.style.width))
      return .found
    }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let list = ArgumentList(arguments, commands: names)
    var command = try parseAsRoot(list.arguments)
    if var search = command as? SearchCommand {
      search.note = list.note
      command = search
    }
    guard let command = command as? any ConsoleCommand else {
      // The argument parser's own commands answer by throwing what is to be printed.
      try command.run()
      return .found
    }
    return try command.run(on: console)
  }
}
