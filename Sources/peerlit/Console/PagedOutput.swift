/// Output on a terminal, which is sent to a pager once it is longer than the screen.
final class PagedOutput {
  private let command: String
  private let rows: Int
  private let start: ([String]) -> StartedProgram?
  private let sink: ([UInt8]) throws -> Void
  private var buffer: [UInt8] = []
  private var lines = 0
  private var pager: StartedProgram?
  private var isDirect = false

  /// Prepares paging; `nil` if output is not on a terminal or the user wants no pager.
  ///
  /// - Parameter sink: writes to the terminal itself.
  init?(_ console: Console, isOff: Bool, sink: @escaping ([UInt8]) throws -> Void) {
    guard !isOff, let rows = console.screenRows, console.environment["TERM"] != "dumb" else {
      return nil
    }
    let command = console.environment["PAGER"] ?? "less"
    if command.isEmpty || command == "cat" { return nil }
    self.command = command
    self.rows = rows
    start = console.start
    self.sink = sink
  }

  /// Accepts output.
  func write(_ bytes: [UInt8]) throws {
    if isDirect { return try sink(bytes) }
    if let pager { return try pager.write(bytes) }
    buffer += bytes
    lines += bytes.count { $0 == UInt8(ascii: "\n") }
    guard lines >= rows else { return }
    // less shows colours (R), exits if everything fits (F), and leaves the text on the screen (X).
    pager = start(["sh", "-c", "LESS=${LESS-FRX} LV=${LV--c} exec \(command)"])
    isDirect = pager == nil
    defer { buffer = [] }
    try write(buffer)
  }

  /// Writes output that fits on the screen, or waits until the user quits the pager.
  func close() throws {
    if let pager {
      _ = pager.end()
    } else {
      try sink(buffer)
      buffer = []
    }
  }
}
