import ArgumentParser

/// `peerlit manual`: the manual page, generated from the commands.
package struct ManualCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    discussion: """
      Examples:
        peerlit manual | man -l -
        peerlit manual > ~/.local/share/man/man1/peerlit.1
      """)

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    try console.print(ManualPage(version: Program.version).text(try Program.help()))
    return .found
  }
}
