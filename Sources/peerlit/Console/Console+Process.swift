import Foundation

extension Console {
  /// The console of this process.
  static var standard: Console {
    var environment = ProcessInfo.processInfo.environment
    // Services and scheduled jobs often run without it.
    if environment["HOME"]?.isEmpty ?? true { environment["HOME"] = homeFolder() }
    return Console(
      environment: environment,
      style: TextStyle(
        isTerminal: isatty(STDOUT_FILENO) == 1, columns: screen()?.columns, environment: environment
      ),
      showsProgress: isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb",
      isInteractive: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
      screenRows: isatty(STDOUT_FILENO) == 1 ? screen()?.rows ?? 24 : nil,
      checkout: checkoutFolder(),
      start: start,
      isInterrupted: { InterruptSignal.isReceived },
      // Threads inherit the priority of the thread that starts them.
      lowerPriority: { _ = nice(10) },
      log: { channel, bytes in try? write(bytes, to: descriptor(channel)) },
      source: { try read(STDIN_FILENO) }
    ) { channel, bytes in
      try write(bytes, to: descriptor(channel))
    }
  }

  /// The home folder of the user, from the user database.
  private static func homeFolder() -> String? {
    guard let user = getpwuid(getuid()), let folder = user.pointee.pw_dir else { return nil }
    return String(cString: folder)
  }

  /// The folder that contains the program as `.build/…/peerlit`, if it is a checkout.
  private static func checkoutFolder() -> String? {
    guard
      let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let build = program.range(of: "/.build/")
    else { return nil }
    let folder = String(program[..<build.lowerBound])
    return FileManager.default.fileExists(atPath: folder + "/Package.swift") ? folder : nil
  }

  private static func descriptor(_ channel: Channel) -> Int32 {
    channel == .output ? STDOUT_FILENO : STDERR_FILENO
  }

  private static func screen() -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

  /// Starts a program that is found in the search path, with a pipe as its standard input.
  private static func start(_ arguments: [String]) -> StartedProgram? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardInput = pipe
    do { try process.run() } catch { return nil }
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    return StartedProgram { bytes in
      try write(bytes, to: descriptor)
    } end: {
      try? pipe.fileHandleForWriting.close()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private static func read(_ descriptor: Int32) throws -> [UInt8] {
    while true {
      var hasFailed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let result = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        hasFailed = result < 0
        count = max(0, result)
      }
      guard hasFailed else { return bytes }
      if errno != EINTR { throw InputError("-", String(cString: strerror(errno)) + ".") }
    }
  }

  /// Writes all bytes to a file, pipe or terminal.
  ///
  /// - Parameter failure: describes a failure by its error number.
  /// - Throws: ``ReaderLeft`` if the reader of a pipe has closed it, or the described failure.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32,
    failure: (Int32) -> OutputError = { OutputError(standardOutput: $0) }
  ) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      // Only a call that fails sets `errno`; one that writes nothing leaves an old value.
      let error = count < 0 ? errno : EIO
      if count > 0 {
        written += count
      } else if error == EPIPE {
        throw ReaderLeft()
      } else if error != EINTR {
        throw failure(error)
      }
    }
  }
}
