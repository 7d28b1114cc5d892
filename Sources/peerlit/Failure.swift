import ArgumentParser
import Query
import Retrieval
import Service

/// An error, as people are told of it: the one place that turns errors into text and exit codes.
package struct Failure {
  /// What to say; empty for nothing.
  package let text: String
  /// What to tell the shell.
  package let status: ExitStatus
  /// Whether the text is what was asked for, such as help.
  private(set) var isAnswer = false

  /// Words an error.
  package init(_ error: any Error) {
    switch error {
    case is Console.ReaderLeft:
      text = ""
      status = .found
    case let error as QueryError:
      text = error.description
      status = .usage
    case let error as UsageError:
      text = error.description
      status = .usage
    case let error as ServiceError:
      text = [error.message, error.hint].compactMap(\.self).joined(separator: " ")
      status = error.code.status == 400 ? .usage : .trouble
    case let error as any CustomStringConvertible & Error where !Self.isParsing(error):
      text = error.description
      status = .trouble
    default:
      text = ArgumentList.unmarked(Program.fullMessage(for: error))
      let code = Program.exitCode(for: error)
      status = code == .success ? .found : code == .validationFailure ? .usage : .trouble
      isAnswer = code == .success
    }
  }

  /// Says it, and gives the exit status.
  func tell(on console: Console) -> ExitStatus {
    if text.isEmpty { return status }
    // What was found before the error is still of use.
    try? console.flush()
    if isAnswer {
      try? console.print(text)
      try? console.flush()
    } else {
      console.tell(text.hasPrefix("Error: ") ? text : "peerlit: " + text)
    }
    return status
  }

  /// Whether the argument parser knows better what to say.
  private static func isParsing(_ error: any Error) -> Bool {
    Program.exitCode(for: error) != .failure
  }
}

/// Options that contradict each other or can't be read.
package struct UsageError: Error, CustomStringConvertible {
  package let description: String

  /// Makes an error.
  package init(_ description: String) {
    self.description = description
  }
}
