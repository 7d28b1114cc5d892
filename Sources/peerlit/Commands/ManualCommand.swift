import ArgumentParser
import Foundation

/// `peerlit manual`: the manual page, made from the commands themselves.
package struct ManualCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    discussion: """
      The page describes every command of this very version, in the form that man reads.

      Examples:
        peerlit manual | man -l -
        peerlit manual > ~/.local/share/man/man1/peerlit.1
      """)

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let program = try JSONDecoder().decode(
      ProgramHelp.self, from: Data(Program._dumpHelp().utf8))
    try console.print(ManualPage(version: Program.version).text(program.command))
    return .found
  }
}
