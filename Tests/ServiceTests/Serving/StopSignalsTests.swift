import Foundation
import Service
import Testing

struct StopSignalsTests {
  @Test func `SIGTERM is not lost when it comes at once`() async {
    await #expect(processExitsWith: .exitCode(7)) { await Self.exit7(after: SIGTERM) }
  }

  @Test func `SIGINT is not lost when it comes at once`() async {
    await #expect(processExitsWith: .exitCode(7)) { await Self.exit7(after: SIGINT) }
  }

  @Test func `a second signal ends the program`() async {
    await #expect(processExitsWith: .signal(SIGTERM)) {
      let signals = StopSignals()
      kill(getpid(), SIGTERM)
      await signals.wait()
      kill(getpid(), SIGTERM)
      try? await Task.sleep(for: .seconds(30))
      exit(1)
    }
  }

  /// Sends a signal to this process, and exits with 7 when it arrives, or with 1 after 30 seconds.
  private static func exit7(after number: Int32) async {
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 30)
      exit(1)
    }
    let signals = StopSignals()
    kill(getpid(), number)
    await signals.wait()
    exit(7)
  }
}
