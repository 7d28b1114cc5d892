import Foundation
import Synchronization

/// Waits for the signals that stop a server: SIGTERM and SIGINT (Ctrl-C).
///
/// Signals are caught from the creation of the object until ``wait()`` returns; a second signal
/// ends the program immediately. If several servers run in one process, the one started last
/// receives them.
///
/// The handler writes to a pipe, which a thread reads. A dispatch source would register its handler
/// only after a delay, and signals until then would be lost.
package final class StopSignals {
  private let signals: AsyncStream<Void>
  private let pipe: Pipe
  private let writing: Int32

  /// The descriptor that the handler writes to; -1 if nobody is waiting.
  private static let descriptor = Atomic<Int32>(-1)
  private static let numbers = [SIGTERM, SIGINT]

  /// Begins to handle `SIGTERM` and `SIGINT`.
  package init() {
    let (signals, arrived) = AsyncStream.makeStream(of: Void.self)
    let pipe = Pipe()
    self.signals = signals
    self.pipe = pipe
    writing = pipe.fileHandleForWriting.fileDescriptor
    Self.descriptor.store(writing, ordering: .sequentiallyConsistent)
    for number in Self.numbers {
      signal(number) { _ in
        // A second signal has its default effect.
        signal(SIGTERM, SIG_DFL)
        signal(SIGINT, SIG_DFL)
        var byte: UInt8 = 1
        _ = write(StopSignals.descriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
      }
    }
    Thread.detachNewThread {
      Self.unblock()
      // The other end is closed if nothing is read.
      if Self.readByte(from: pipe.fileHandleForReading) { arrived.yield() }
    }
  }

  /// Whether a byte was read; waits for it.
  private static func readByte(from end: FileHandle) -> Bool {
    withExtendedLifetime(end) {
      var byte: UInt8 = 0
      while true {
        let count = read(end.fileDescriptor, &byte, 1)
        // The handler may run on this thread, and interrupt the call.
        guard count < 0, errno == EINTR else { return count > 0 }
      }
    }
  }

  /// Unblocks the signals for this thread: a blocked signal mask is inherited from the parent
  /// process.
  package static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Waits for a signal, or until the task is cancelled.
  package func wait() async {
    for await _ in signals { break }
    release()
  }

  /// Restores the default effect of the signals, unless another server has begun to wait since.
  package func release() {
    let (isOwn, _) = Self.descriptor.compareExchange(
      expected: writing, desired: -1, ordering: .sequentiallyConsistent)
    if isOwn { for number in Self.numbers { signal(number, SIG_DFL) } }
    try? pipe.fileHandleForWriting.close()
  }
}
