/// What the argument parser tells of a program's commands (its help dump, version 0).
package struct ProgramHelp: Decodable {
  /// The program itself, with its commands below it.
  package var command: CommandHelp
}

/// What the argument parser tells of a command.
package struct CommandHelp: Decodable {
  /// Its name.
  package var commandName: String
  /// One sentence on it.
  package var abstract: String?
  /// More on it, with examples.
  package var discussion: String?
  /// Whether help lists it.
  package var shouldDisplay: Bool
  /// The commands below it.
  package var subcommands: [CommandHelp]?
  /// Its arguments, options and flags.
  package var arguments: [ArgumentEntry]?

  /// An argument, an option or a flag.
  package struct ArgumentEntry: Decodable {
    /// A way to write an option.
    package struct Name: Decodable {
      /// `long` or `short`.
      package var kind: String
      /// The name without dashes.
      package var name: String

      /// The name with its dashes.
      package var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// `positional`, `option` or `flag`.
    package var kind: String
    /// Whether help lists it.
    package var shouldDisplay: Bool
    /// Whether it may be given several times.
    package var isRepeating: Bool
    /// Whether it may be left out.
    package var isOptional: Bool
    /// How it is written; `nil` for arguments.
    package var names: [Name]?
    /// What stands for its value.
    package var valueName: String?
    /// The value that it has when it is not given.
    package var defaultValue: String?
    /// Every value that it may have, where they are few.
    package var allValues: [String]?
    /// One sentence on it.
    package var abstract: String?
  }
}
