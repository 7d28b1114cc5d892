/// A program's commands, as the argument parser describes them (its help dump, version 0).
package struct ProgramHelp: Decodable {
  /// The program and its commands.
  package var command: CommandHelp
}
