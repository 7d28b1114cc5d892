import Analysis
import Literature
import Retrieval

/// The arguments of a call, prepared for the argument parser.
///
/// The argument parser treats `-mentor` as a bundle of options, but in a query it excludes a word.
/// Such arguments pass through the parser with a mark, which ``unmarked(_:)`` removes. A dash with
/// one letter is always an option.
package struct ArgumentList {
  /// The arguments for the parser.
  package let arguments: [String]
  /// A note that the first word looks like a misspelled command, if it does.
  package let note: String?

  /// A character that no argument begins with: the first private-use character.
  private static let mark = "\u{E000}"

  /// Letters that are options of most commands: the argument parser handles them, so the options
  /// need not be listed.
  private static let common: Set<Character> = ["h", "n", "o", "q", "v"]

  /// Commands other than `search` that take a query.
  private static let withQuery = ["facets", "map", "export"]

  /// Prepares the arguments of a call.
  ///
  /// - Parameters:
  ///   - commands: the names of all commands.
  ///   - options: the options of a command as typed (`-n`, `--limit`); called only if needed,
  ///     because listing them takes time.
  /// - Throws: ``UsageError`` for an unknown single-letter option.
  package init(
    _ arguments: [String], commands: [String], options: (String) -> [String]
  ) throws(UsageError) {
    let first = arguments.first ?? ""
    let isSearch = !commands.contains(first) && first != "help" || first == "search"
    let takesQuery = isSearch || Self.withQuery.contains(first)
    let command = isSearch ? "search" : first

    var prepared: [String] = []
    var isOption = true
    for argument in arguments {
      if argument == "--" { isOption = false }
      if !isOption {
        prepared.append(argument)
      } else if argument == "-V" {
        prepared.append("--version")
      } else if let letter = Self.letter(argument) {
        if !Self.common.contains(letter) {
          let options = options(command)
          guard options.isEmpty || options.contains(argument) else {
            throw Self.unknown(letter, options, takesQuery: takesQuery)
          }
        }
        prepared.append(argument)
      } else if let (name, value) = Self.numbered(argument) {
        prepared += [name, value]
      } else if takesQuery, argument.count > 1, argument.hasPrefix("-"), !argument.hasPrefix("--") {
        prepared.append(Self.mark + argument)
      } else {
        prepared.append(argument)
      }
    }
    self.arguments = prepared
    note =
      isSearch
      ? Self.likelyCommand(first, among: commands).map {
        "Searched for “\(first)”. Did you mean the command “\($0)”?"
      } : nil
  }

  /// A text without the marks added to its arguments.
  package static func unmarked(_ text: String) -> String {
    text.replacing(mark, with: "")
  }

  /// The letter of an argument such as `-n`.
  private static func letter(_ argument: String) -> Character? {
    guard argument.count == 2, argument.hasPrefix("-"), let letter = argument.last, letter.isLetter
    else { return nil }
    return letter
  }

  /// The option and the number of an argument like `-n5`.
  private static func numbered(_ argument: String) -> (String, String)? {
    // A regular expression would be compiled at every start.
    guard argument.hasPrefix("-n") else { return nil }
    let number = argument.dropFirst(argument.hasPrefix("-n=") ? 3 : 2)
    guard !number.isEmpty, number.utf8.allSatisfy(\.isDigit) else {
      return nil
    }
    return ("-n", String(number))
  }

  private static func unknown(
    _ letter: Character, _ options: [String], takesQuery: Bool
  ) -> UsageError {
    let similar = options.filter { $0.lowercased().hasPrefix("--\(letter.lowercased())") }
    var message = "Unknown option “-\(letter)”."
    if !similar.isEmpty { message += " Did you mean \(similar.quotedAlternatives)?" }
    if takesQuery { message += " To exclude the word “\(letter)”, put “-\(letter)” after “--”." }
    return UsageError(message)
  }

  /// The command that a word misspells: one edit away, or two for longer names.
  ///
  /// A stop word, such as “how”, begins a question.
  private static func likelyCommand(_ word: String, among commands: [String]) -> String? {
    guard !commands.contains(word), word.allSatisfy({ $0.isLetter && $0.isLowercase }) else {
      return nil
    }
    let nearest = commands.map { ($0, EditDistance.between(word, $0)) }
      .filter { $0.1 <= ($0.0.count > 5 ? 2 : 1) }
      .min { $0.1 < $1.1 }?.0
    // Looked up last, because it takes time to read them.
    return nearest.flatMap { StopWords.terms.contains(word) ? nil : $0 }
  }
}
