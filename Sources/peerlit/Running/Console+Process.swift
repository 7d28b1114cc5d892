import Foundation

extension Console {
  /// The console of this process.
  static var standard: Console {
    let environment = ProcessInfo.processInfo.environment
    return Console(
      environment: environment,
      style: TextStyle(
        isTerminal: isatty(STDOUT_FILENO) == 1, columns: columns(), environment: environment),
      showsProgress: isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb",
      isInterrupted: { InterruptSignal.isReceived },
      // Threads inherit the priority of the thread that starts them.
      lowerPriority: { _ = nice(10) },
      log: { channel, bytes in try? write(bytes, to: descriptor(channel)) },
      source: { try read(STDIN_FILENO) }
    ) { channel, bytes in
      try write(bytes, to: descriptor(channel))
    }
  }

  private static func descriptor(_ channel: Channel) -> Int32 {
    channel == .output ? STDOUT_FILENO : STDERR_FILENO
  }

  private static func columns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
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

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count > 0 {
        written += count
      } else if errno == EPIPE {
        throw ReaderLeft()
      } else if errno != EINTR {
        throw OutputError(standardOutput: errno)
      }
    }
  }
}
