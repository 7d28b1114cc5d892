import Retrieval
import peerlit

/// A console that records its output, for tests.
final class Capture {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  /// The exit status, if a test records it.
  var status: ExitStatus?
  /// Standard input, in the pieces in which it arrives.
  var input: [[UInt8]] = []
  /// The number of bytes after which the reader closes the pipe.
  var patience = Int.max

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// Runs the program.
  func run(
    _ arguments: String..., environment: [String: String] = [:], style: TextStyle = TextStyle()
  ) -> ExitStatus {
    run(arguments, environment: environment, style: style)
  }

  /// Runs the program.
  func run(
    _ arguments: [String], environment: [String: String] = [:], style: TextStyle = TextStyle()
  ) -> ExitStatus {
    Program.run(arguments, on: console(environment: environment, style: style))
  }

  func console(
    environment: [String: String] = [:], style: TextStyle = TextStyle(),
    showsProgress: Bool = false
  ) -> Console {
    Console(
      environment: environment, style: style, showsProgress: showsProgress,
      source: { [self] in input.isEmpty ? [] : input.removeFirst() }
    ) { [self] channel, bytes in
      try take(channel, bytes)
    }
  }

  /// Records what a console writes.
  func take(_ channel: Console.Channel, _ bytes: [UInt8]) throws {
    switch channel {
    case .output:
      output += bytes.prefix(max(0, patience - output.count))
      if output.count >= patience { throw Console.ReaderLeft() }
    case .errors: errors += bytes
    }
  }
}
