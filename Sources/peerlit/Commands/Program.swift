import ArgumentParser
import Foundation
import Literature

/// The program: its commands, and the single entry point of a call.
package struct Program: ParsableCommand {
  /// The version that `--version` prints.
  package static let version = "0.1.0"

  /// The name and version written to saved searches.
  static let nameAndVersion = "peerlit \(version)"

  /// The commands and the help text.
  package static let configuration = CommandConfiguration(
    commandName: "peerlit",
    abstract: "Search the literature on peer support.",
    usage: """
      peerlit [<options>] <query> ...
      peerlit <subcommand> [<options>] ...
      """,
    discussion: """
      peerlit indexes articles, reviews, reports and web pages, extracts their \
      \(FacetDefinition.inHits.inWords), and finds the passages that answer a question. \
      Everything runs offline on this computer.

      Examples:
        peerlit index corpus/
        peerlit "role clarity HCV"
        peerlit search "role clarity" --method qualitative --min-sample 20
        peerlit show peers-hcv-2023
      """,
    version: version,
    subcommands: [
      IndexCommand.self, SearchCommand.self, ShowCommand.self, ListCommand.self,
      OpenCommand.self, RemoveCommand.self, FacetsCommand.self,
      MapCommand.self, SimilarCommand.self, ExportCommand.self, ReplayCommand.self,
      SynonymsCommand.self,
      DuplicatesCommand.self, MergeCommand.self, SplitCommand.self, AppraiseCommand.self,
      CorrectCommand.self, SampleCommand.self,
      CheckCommand.self, StatsCommand.self, SQLCommand.self, ShardCommand.self, ConfigCommand.self,
      ServeCommand.self, MCPCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: SearchCommand.self)

  /// Creates the command.
  package init() {}

  /// Every command with its options, as the argument parser describes them.
  package static func help() throws -> CommandHelp {
    try JSONDecoder().decode(ProgramHelp.self, from: Data(_dumpHelp().utf8)).command
  }

  /// The options of a command, as typed.
  package static func options(of command: String) -> [String] {
    let command = try? help().subcommands?.first { $0.commandName == command }
    return command?.arguments?.flatMap { $0.names ?? [] }.map(\.typed) ?? []
  }

  /// Runs the program once.
  ///
  /// - Parameters:
  ///   - arguments: the arguments, without the program's name.
  ///   - console: the console for input and output.
  /// - Returns: the exit status.
  package static func run(_ arguments: [String], on console: Console) -> ExitStatus {
    do {
      let status = try dispatch(arguments, on: console)
      console.clearProgress()
      try console.flush()
      return status
    } catch {
      return Failure(error).report(on: console)
    }
  }

  private static func dispatch(_ arguments: [String], on console: Console) throws -> ExitStatus {
    if arguments.isEmpty {
      try console.print(helpMessage(columns: console.style.width))
      return .found
    }
    if arguments == ["--version"] || arguments == ["-V"] {
      // The argument parser would describe the options of a command first.
      try console.print(version)
      return .found
    }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let list = try ArgumentList(arguments, commands: names, options: options)
    var command = try parse(list.arguments, names)
    console.settings = try Settings(
      environment: console.environment, checkout: console.checkout)
    if var search = command as? SearchCommand {
      search.note = list.note
      search.settings = console.settings
      command = search
    }
    guard let command = command as? any ConsoleCommand else {
      // The argument parser's own commands print by throwing.
      try command.run()
      return .found
    }
    return try run(command, on: console)
  }

  /// Parses arguments.
  ///
  /// An unknown option is named even if something else is missing. If a command rejects plain
  /// words, its name may be the first word of a query.
  private static func parse(
    _ arguments: [String], _ commands: [String]
  ) throws -> any ParsableCommand {
    if let command = parsedAlone(arguments, commands) { return command }
    try refuseHelp(arguments, commands)
    do {
      return try parseAsRoot(arguments)
    } catch {
      guard exitCode(for: error) == .validationFailure, let first = arguments.first,
        first != "search", commands.contains(first)
      else { throw error }
      let message = message(for: error)
      if message.hasPrefix("Unknown option") {
        throw UnknownOption.error(in: arguments, known: options(of: first)) ?? error
      }
      // A wrong value of an option or a setting is not a word of a query.
      let isWrongValue = message.contains("\n") || message.contains("is invalid for '-")
      guard !isWrongValue, let hint = QueryHint.hint(arguments) else {
        if let unknown = UnknownOption.error(in: arguments, known: options(of: first)) {
          throw unknown
        }
        throw error
      }
      let problem = ParserMessage.plain(message)
      throw UsageError("\(problem.hasSuffix(".") ? problem : problem + ".") \(hint)")
    }
  }

  /// Refuses a request for help on something that is not a command: `peerlit help with sleep`.
  private static func refuseHelp(
    _ arguments: [String], _ commands: [String]
  ) throws(UsageError) {
    guard arguments.first == "help", let name = arguments.dropFirst().first,
      !name.hasPrefix("-"), !commands.contains(name), name != "help"
    else { return }
    let advice = QueryHint.hint(arguments) ?? "“peerlit help” lists the commands."
    throw UsageError("No command “\(name)”. \(advice)")
  }

  /// The command that arguments name, or else `search`, without the rest of the program; `nil` for
  /// help and for mistakes, whose texts name the program.
  ///
  /// The program as a whole would also describe the options of `search` for every other command,
  /// which takes a fifth of a start.
  private static func parsedAlone(
    _ arguments: [String], _ commands: [String]
  ) -> (any ParsableCommand)? {
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help" else { return nil }
    var command: any ParsableCommand.Type = SearchCommand.self
    var rest = arguments
    if commands.contains(first) {
      let named = configuration.subcommands.first { $0.configuration.commandName == first }
      guard let named else { return nil }
      command = named
      rest.removeFirst()
    }
    // A request for help is parsed as a command of the argument parser.
    guard let parsed = try? command.parseAsRoot(rest), parsed is any ConsoleCommand else {
      return nil
    }
    return parsed
  }

  /// Runs a command, with long output on a terminal in a pager.
  private static func page(
    _ command: any ConsoleCommand, on console: Console, isOff: Bool
  ) throws -> ExitStatus {
    let isOff = isOff || !((command as? any PrintingCommand)?.isPaged ?? false)
    guard let output = PagedOutput(console, isOff: isOff, sink: console.writeThrough) else {
      return try command.run(on: console)
    }
    let paged = console.redirected(output.write)
    do {
      let status = try command.run(on: paged)
      paged.clearProgress()
      try paged.flush()
      try output.close()
      return status
    } catch {
      try? paged.flush()
      try? output.close()
      throw error
    }
  }

  private static func run(_ command: any ConsoleCommand, on console: Console) throws -> ExitStatus {
    guard let printing = command as? any PrintingCommand else {
      return try command.run(on: console)
    }
    let options = printing.output
    console.verbosity = options.verbosity
    console.set(options.colourChoice ?? console.settings.colour)
    guard let path = printing.outputPath else {
      return try page(command, on: console, isOff: options.noPager)
    }
    if SQLiteFile.exists(path) {
      throw UsageError(
        "\(path) is an SQLite file, such as an index, so it is not replaced. Choose another file.")
    }
    let file = try OutputFile(path)
    let redirected = console.redirected(to: file)
    let status = try command.run(on: redirected)
    redirected.clearProgress()
    try redirected.flush()
    if printing.keepsFile, file.isUnused { return status }
    try file.close()
    return status
  }
}
