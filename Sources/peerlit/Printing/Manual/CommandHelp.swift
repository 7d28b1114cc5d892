/// A command, as the argument parser describes it.
package struct CommandHelp: Decodable {
  /// The name.
  package var commandName: String
  /// The summary.
  package var abstract: String?
  /// The description, with examples.
  package var discussion: String?
  /// Whether help lists it.
  package var shouldDisplay: Bool
  /// Its subcommands.
  package var subcommands: [CommandHelp]?
  /// Its arguments, options and flags.
  package var arguments: [ArgumentEntry]?

  /// An argument, an option or a flag.
  package struct ArgumentEntry: Decodable {
    /// A name of an option.
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
    /// Whether the argument can be repeated.
    package var isRepeating: Bool
    /// Whether the argument can be omitted.
    package var isOptional: Bool
    /// Its names; `nil` for arguments.
    package var names: [Name]?
    /// The placeholder of its value.
    package var valueName: String?
    /// The default value.
    package var defaultValue: String?
    /// The possible values, if they are few.
    package var allValues: [String]?
    /// The summary.
    package var abstract: String?
  }
}
