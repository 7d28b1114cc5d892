import Dispatch
import Synchronization

/// Waits for asynchronous work from synchronous code.
enum Blocking {
  /// Runs work to its end and rethrows its error.
  static func run(_ body: @escaping @Sendable () async throws -> Void) throws {
    let end = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Void, any Error>>(.success(()))
    Task {
      do {
        try await body()
      } catch {
        result.withLock { $0 = .failure(error) }
      }
      end.signal()
    }
    end.wait()
    try result.withLock { try $0.get() }
  }
}
