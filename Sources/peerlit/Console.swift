import Foundation

/// Where a command writes, and what is known of its reader.
///
/// Everything that a command takes from its surroundings comes through here, so that tests give
/// their own.
package final class Console {
  /// Standard output, or standard error.
  package enum Channel: Sendable { case output, errors }

  /// The pipe's reader has gone; not an error of the program.
  package struct ReaderLeft: Error {
    package init() {}
  }

  /// The environment's variables.
  package let environment: [String: String]
  /// How output for people looks.
  package let style: TextStyle
  /// Whether standard error is a terminal, so that progress is of use.
  package let showsProgress: Bool
  /// Whether the reader asked long work to stop.
  package let isInterrupted: @Sendable () -> Bool
  /// Lets other programs go first from now on: for long work in the background.
  package let letOthersFirst: () -> Void

  private let source: () throws -> [UInt8]
  private let sink: (Channel, [UInt8]) throws -> Void
  private var waiting: [UInt8] = []
  private var progressWidth = 0
  private var lastProgress: ContinuousClock.Instant?

  /// Makes a console.
  ///
  /// - Parameters:
  ///   - source: gives bytes of standard input as they come; none at its end.
  ///   - sink: takes bytes; throws ``ReaderLeft`` when nobody takes them any more.
  package init(
    environment: [String: String] = [:], style: TextStyle = TextStyle(),
    showsProgress: Bool = false, isInterrupted: @escaping @Sendable () -> Bool = { false },
    letOthersFirst: @escaping () -> Void = {},
    source: @escaping () throws -> [UInt8] = { [] },
    sink: @escaping (Channel, [UInt8]) throws -> Void
  ) {
    self.environment = environment
    self.style = style
    self.showsProgress = showsProgress
    self.isInterrupted = isInterrupted
    self.letOthersFirst = letOthersFirst
    self.source = source
    self.sink = sink
  }

  /// The next bytes of standard input, as many as there are; none at its end.
  package func read() throws -> [UInt8] { try source() }

  /// Writes a line of output; it may be kept until ``flush()``.
  package func print(_ text: String) throws {
    waiting.append(contentsOf: text.utf8)
    waiting.append(UInt8(ascii: "\n"))
    if waiting.count > 1 << 16 { try flush() }
  }

  /// Writes output as it is, without a line's end; it may be kept until ``flush()``.
  package func write(_ text: String) throws {
    waiting.append(contentsOf: text.utf8)
    if waiting.count > 1 << 16 { try flush() }
  }

  /// Writes what is kept.
  package func flush() throws {
    if waiting.isEmpty { return }
    defer { waiting.removeAll(keepingCapacity: true) }
    try sink(.output, waiting)
  }

  /// Tells the reader something beside the output.
  package func tell(_ text: String) {
    clearProgress()
    // Nobody to tell is no reason to stop.
    try? sink(.errors, Array((text + "\n").utf8))
  }

  /// Shows how far long work has come, on a terminal alone, at most ten times a second.
  package func progress(_ text: @autoclosure () -> String) {
    guard showsProgress else { return }
    let now = ContinuousClock.now
    if let lastProgress, now - lastProgress < .milliseconds(100) { return }
    lastProgress = now
    let line = DisplayWidth.truncated(text(), to: style.width - 1)
    let width = DisplayWidth.of(line)
    let padding = String(repeating: " ", count: max(0, progressWidth - width))
    progressWidth = width
    try? sink(.errors, Array(("\r" + line + padding).utf8))
  }

  /// Takes the progress line away.
  package func clearProgress() {
    guard progressWidth > 0 else { return }
    try? sink(.errors, Array(("\r" + String(repeating: " ", count: progressWidth) + "\r").utf8))
    progressWidth = 0
  }
}

extension Console {
  /// The process's own.
  static var standard: Console {
    let environment = ProcessInfo.processInfo.environment
    return Console(
      environment: environment,
      style: TextStyle(
        isTerminal: isatty(STDOUT_FILENO) == 1, columns: columns(), environment: environment),
      showsProgress: isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb",
      isInterrupted: { Interruption.isAsked },
      // Threads that are started later have the priority of the one that starts them.
      letOthersFirst: { _ = nice(10) }, source: { try read(STDIN_FILENO) }
    ) { channel, bytes in
      try write(bytes, to: channel == .output ? STDOUT_FILENO : STDERR_FILENO)
    }
  }

  private static func columns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func read(_ descriptor: Int32) throws -> [UInt8] {
    while true {
      var isFailure = false
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let result = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        isFailure = result < 0
        count = max(0, result)
      }
      guard isFailure else { return bytes }
      if errno != EINTR { throw InputError(message: String(cString: strerror(errno))) }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var place = 0
    while place < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: place), bytes.count - place)
      }
      if count > 0 {
        place += count
      } else if errno == EPIPE {
        throw ReaderLeft()
      } else if errno != EINTR {
        throw OutputError(message: String(cString: strerror(errno)))
      }
    }
  }
}

/// Standard input could not be read.
struct InputError: Error, CustomStringConvertible {
  let message: String
  var description: String { "Standard input could not be read: \(message)." }
}

/// Output could not be written: a full disk, a closed terminal.
struct OutputError: Error, CustomStringConvertible {
  let message: String
  var description: String { "The output could not be written: \(message)." }
}
