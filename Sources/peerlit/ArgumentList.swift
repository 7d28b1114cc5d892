import Analysis
import Retrieval

/// The arguments of a call, made ready for the argument parser.
///
/// The argument parser takes `-mentor` for options; for a search it is query text. Such arguments
/// carry a mark through the parser, which ``unmarked(_:)`` takes away again.
package struct ArgumentList {
  /// The arguments for the parser.
  package let arguments: [String]
  /// What to say of the first word, if it may have been meant for a command.
  package let note: String?

  /// A character that no argument begins with: the first of those for private use.
  private static let mark = "\u{E000}"

  /// Commands beside `search` that take a query.
  private static let withQuery = ["facets", "map", "export"]

  /// Reads a call's arguments.
  ///
  /// - Parameter commands: names of all commands.
  package init(_ arguments: [String], commands: [String]) {
    let first = arguments.first ?? ""
    let isSearch = !commands.contains(first) && first != "help" || first == "search"
    guard isSearch || Self.withQuery.contains(first) else {
      self.arguments = arguments
      note = nil
      return
    }
    self.arguments = arguments.map { argument in
      argument.count > 1 && argument.hasPrefix("-") && !argument.hasPrefix("--") && argument != "-h"
        ? Self.mark + argument : argument
    }
    note =
      !isSearch
      ? nil
      : Self.meant(first, commands: commands).map {
        "“\(first)” was searched for; did you mean the command \($0)?"
      }
  }

  /// A text as it was before arguments were marked.
  package static func unmarked(_ text: String) -> String {
    text.replacing(mark, with: "")
  }

  /// The command that a word is a slip of: one edit away, two when it is longer than five letters.
  private static func meant(_ word: String, commands: [String]) -> String? {
    guard !commands.contains(word), word.allSatisfy({ $0.isLetter && $0.isLowercase }) else {
      return nil
    }
    return commands.map { ($0, EditDistance.between(word, $0)) }
      .filter { $0.1 <= ($0.0.count > 5 ? 2 : 1) }
      .min { $0.1 < $1.1 }?.0
  }
}
