import ArgumentParser
import Literature
import Query
import Retrieval
import Service

/// An error as the user sees it: the one place that turns errors into messages and exit statuses.
package struct Failure {
  /// The message; empty for none.
  package let text: String
  /// The exit status.
  package let status: ExitStatus
  /// Whether the text is requested output, such as help.
  private(set) var isOutput = false

  /// Describes an error.
  package init(_ error: any Error) {
    switch error {
    case is Console.ReaderLeft:
      text = ""
      status = .found
    case QueryError.malformed(let mistake):
      text = "\(mistake.message) \(mistake.fix)\n\(QueryCaret.text(mistake))"
      status = .usage
    case let error as QueryError:
      text = error.description
      status = .usage
    case let error as UsageError:
      text = error.description
      status = .usage
    case let error as ServiceError:
      text = [error.message, error.hint].joinedNonNil(separator: " ")
      status = error.code.status == 400 ? .usage : .trouble
    case let error as any CustomStringConvertible & Error where !Self.isParsing(error):
      text = error.description
      status = .trouble
    default:
      let message = ArgumentList.unmarked(Program.fullMessage(for: error))
      let code = Program.exitCode(for: error)
      status = code == .success ? .found : code == .validationFailure ? .usage : .trouble
      isOutput = code == .success
      let problem =
        message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
      text = isOutput ? problem : ParserMessage.plain(problem)
    }
  }

  /// Prints the message.
  func report(on console: Console) -> ExitStatus {
    if text.isEmpty { return status }
    // Results found before the error are still useful.
    try? console.flush()
    if isOutput {
      try? console.print(text)
      try? console.flush()
    } else {
      console.error(text)
    }
    return status
  }

  /// Whether the argument parser has a better message.
  private static func isParsing(_ error: any Error) -> Bool {
    Program.exitCode(for: error) != .failure
  }
}
