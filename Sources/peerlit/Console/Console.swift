import Foundation

/// Standard input, output and error, and the properties of the terminal.
///
/// Commands access their environment only through this type, so that tests can replace it.
package final class Console {
  /// Standard output or standard error.
  package enum Channel: Sendable { case output, errors }

  /// The amount of messages on standard error besides errors.
  package enum Verbosity: Int, Sendable { case quiet, normal, verbose }

  /// The reader has closed the pipe, which is not an error.
  package struct ReaderLeft: Error {
    /// Creates the error.
    package init() {}
  }

  /// The environment variables.
  package let environment: [String: String]
  /// The width and colours of text output.
  package private(set) var style: TextStyle
  /// The folder of the checkout that the program was built in; `nil` for an installed program.
  package let checkout: String?
  /// The settings of the call.
  package var settings = Settings()
  /// Whether standard error is a terminal, so progress is useful.
  package let showsProgress: Bool
  /// Whether standard input and standard error are a terminal, so a question can be asked.
  package let isInteractive: Bool
  /// The number of lines of the terminal; `nil` if standard output is not a terminal.
  package let screenRows: Int?
  /// Starts a program; `nil` if it can't be started.
  package let start: ([String]) -> StartedProgram?
  /// Whether the user has asked long work to stop.
  package let isInterrupted: @Sendable () -> Bool
  /// Lowers the priority of the process, for long work in the background.
  package let lowerPriority: () -> Void
  /// Writes bytes immediately, from any thread: for the log of a server.
  package let log: @Sendable (Channel, [UInt8]) -> Void
  /// The amount of messages on standard error besides errors.
  package var verbosity = Verbosity.normal

  private let source: () throws -> [UInt8]
  private let sink: (Channel, [UInt8]) throws -> Void
  private var buffer: [UInt8] = []
  private var progressWidth = 0
  private var lastProgress: ContinuousClock.Instant?

  /// Creates a console.
  ///
  /// - Parameters:
  ///   - source: returns bytes of standard input as they arrive; an empty array at the end.
  ///   - sink: writes bytes; throws ``ReaderLeft`` if the reader has closed the pipe.
  package init(
    environment: [String: String] = [:], style: TextStyle = TextStyle(),
    showsProgress: Bool = false, isInteractive: Bool = false, screenRows: Int? = nil,
    checkout: String? = nil, start: @escaping ([String]) -> StartedProgram? = { _ in nil },
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    lowerPriority: @escaping () -> Void = {},
    log: @escaping @Sendable (Channel, [UInt8]) -> Void = { _, _ in },
    source: @escaping () throws -> [UInt8] = { [] },
    sink: @escaping (Channel, [UInt8]) throws -> Void
  ) {
    self.environment = environment
    self.style = style
    self.showsProgress = showsProgress
    self.isInteractive = isInteractive
    self.screenRows = screenRows
    self.checkout = checkout
    self.start = start
    self.isInterrupted = isInterrupted
    self.lowerPriority = lowerPriority
    self.log = log
    self.source = source
    self.sink = sink
  }

  /// The same console with its output redirected to a closure.
  func redirected(_ output: @escaping ([UInt8]) throws -> Void) -> Console {
    redirected(style: style, screenRows: screenRows, output)
  }

  /// The same console with its output redirected to a closure, in another style.
  ///
  /// - Parameter screenRows: the number of lines of the terminal; `nil` if there is none.
  func redirected(
    style: TextStyle, screenRows: Int?, _ output: @escaping ([UInt8]) throws -> Void
  ) -> Console {
    let console = Console(
      environment: environment, style: style, showsProgress: showsProgress,
      isInteractive: isInteractive, screenRows: screenRows, checkout: checkout, start: start,
      isInterrupted: isInterrupted, lowerPriority: lowerPriority, log: log, source: source
    ) { [sink] channel, bytes in
      switch channel {
      case .output: try output(bytes)
      case .errors: try sink(channel, bytes)
      }
    }
    console.verbosity = verbosity
    console.settings = settings
    return console
  }

  /// Writes output immediately.
  func writeThrough(_ bytes: [UInt8]) throws { try sink(.output, bytes) }

  /// Turns colours on or off.
  func set(_ colour: ColourChoice) {
    switch colour {
    case .auto: break
    case .always: style.hasColor = true
    case .never: style.hasColor = false
    }
  }

  // MARK: Input

  /// The next bytes of standard input; an empty array at its end.
  package func read() throws -> [UInt8] { try source() }

  /// All of standard input.
  package func readAll() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try read()
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  // MARK: Output

  /// Prints a line of output; it may be buffered until ``flush()``.
  package func print(_ text: String) throws {
    buffer.append(contentsOf: shown(text).utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Prints output without a line feed; it may be buffered until ``flush()``.
  package func write(_ text: String) throws {
    buffer.append(contentsOf: shown(text).utf8)
    if buffer.count > 1 << 16 { try flush() }
  }

  /// The text without control characters of records on a terminal; elsewhere, as it is.
  private func shown(_ text: String) -> String {
    style.isTerminal ? TerminalText.output(text, hasColor: style.hasColor) : text
  }

  /// Writes the buffered output.
  package func flush() throws {
    if buffer.isEmpty { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try sink(.output, buffer)
  }

  // MARK: Messages

  /// Prints an error to standard error.
  package func error(_ text: String) {
    message("peerlit: " + text)
  }

  /// Prints a note or warning to standard error, unless `--quiet` is given.
  package func note(_ text: String) {
    if verbosity != .quiet { message(wrapped("peerlit: " + text)) }
  }

  /// A text wrapped to the width of the terminal.
  ///
  /// A long word, such as a path, is not divided, so that it can be copied.
  private func wrapped(_ text: String) -> String {
    let text = TerminalText.escaped(text, keepsLines: true)
    guard showsProgress, style.isTerminal, !text.contains("\n"),
      text.split(separator: " ").allSatisfy({ DisplayWidth.of(String($0)) <= style.width })
    else { return text }
    return Paragraph(text).lines(style)
  }

  /// Prints a detail to standard error if `--verbose` is given.
  package func detail(_ text: @autoclosure () -> String) {
    if verbosity == .verbose { message("peerlit: " + text()) }
  }

  /// Prints a line about a file or record to standard error, unless `--quiet` is given.
  package func incident(_ text: String) {
    if verbosity != .quiet { message(text) }
  }

  private func message(_ text: String) {
    clearProgress()
    // A closed standard error is not a reason to stop.
    try? sink(.errors, Array((TerminalText.escaped(text, keepsLines: true) + "\n").utf8))
  }

  // MARK: Questions and other programs

  /// Writes the beginning of a line to standard error; the user completes the line.
  func prompt(_ text: String) {
    clearProgress()
    try? sink(.errors, Array(text.utf8))
  }

  /// Asks a question on standard error and reads a line; returns whether it means yes.
  func confirm(_ question: String) throws -> Bool {
    try flush()
    clearProgress()
    try sink(.errors, Array("\(TerminalText.escaped(question, keepsLines: true)) [y/N] ".utf8))
    var line: [UInt8] = []
    while !line.contains(UInt8(ascii: "\n")) {
      let more = try read()
      if more.isEmpty { break }
      line += more
    }
    let answer = String(decoding: line, as: UTF8.self).prefix { !$0.isNewline }.lowercased()
    return ["y", "yes"].contains(answer.filter { !$0.isWhitespace })
  }

  /// Opens a file or a web address in the system's default program.
  func open(_ target: String) throws {
    let openers = ["xdg-open", "open", "wslview"].filter {
      ProgramPath.find($0, environment) != nil
    }
    guard openers.contains(where: { start([$0, target])?.end() == 0 }) else {
      throw UnopenableError(target: target)
    }
  }

  // MARK: Progress

  /// Shows the progress of long work on a terminal, at most ten times a second.
  package func progress(_ text: @autoclosure () -> String) {
    guard showsProgress, verbosity != .quiet else { return }
    let now = ContinuousClock.now
    if let lastProgress, now - lastProgress < .milliseconds(100) { return }
    lastProgress = now
    let line = DisplayWidth.truncated(TerminalText.escaped(text()), to: style.width - 1)
    let width = DisplayWidth.of(line)
    let padding = String(repeating: " ", count: max(0, progressWidth - width))
    progressWidth = width
    try? sink(.errors, Array(("\r" + line + padding).utf8))
  }

  /// Erases the progress line.
  package func clearProgress() {
    guard progressWidth > 0 else { return }
    try? sink(.errors, Array(("\r" + String(repeating: " ", count: progressWidth) + "\r").utf8))
    progressWidth = 0
  }
}
