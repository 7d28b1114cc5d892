import Foundation

/// The output of a program, run within limits on time and memory.
///
/// A program is run where the licence of its library forbids linking it into this project.
/// Foundation's `Process` is used because reading is synchronous.
final class ProgramSource: ByteSource {
  /// Limits on the resources of a program.
  struct Limits {
    /// Seconds from start to end.
    var seconds = 120
    /// Bytes of address space.
    var memory = 1 << 31
    /// Bytes of output.
    var output = 1 << 29
  }

  private let process = Process()
  private let pipe = Pipe()
  private let deadline: ContinuousClock.Instant
  private let limits: Limits
  private var given = 0

  /// Starts a program.
  ///
  /// - Throws: ``ReadError`` that names the package to install, if the program does not exist.
  init(
    _ program: String, _ arguments: [String], package: String?, limits: Limits = Limits()
  ) throws(ReadError) {
    self.limits = limits
    deadline = .now + .seconds(limits.seconds)
    guard let path = Self.find(program) else {
      throw .missingProgram(name: program, package: package)
    }
    // prlimit, which every Debian system has, limits memory and processor time.
    if let limiter = Self.find("prlimit") {
      process.executableURL = URL(fileURLWithPath: limiter)
      process.arguments =
        ["--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--core=0", path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
    }
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .system(call: "run \(program)", message: error.localizedDescription)
    }
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    while true {
      let left = (deadline - .now).components.seconds
      guard left > 0, given <= limits.output else { throw .programLimit(seconds: limits.seconds) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(left, 5) * 1000))
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .lastSystemError("read")
      }
      given += count
      return count
    }
  }

  /// The program's exit status: 0 on success.
  ///
  /// Waits until it ends.
  var status: Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  private static func find(_ program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    return ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin"].map { "\($0)/\(program)" }
      .first { access($0, X_OK) == 0 }
  }
}
