import Foundation

/// The median time of five runs.
package func medianTime(_ body: () -> Void) -> Duration {
  let clock = ContinuousClock()
  return (0..<5).map { _ in clock.measure(body) }.sorted()[2]
}

/// The median processor time of five runs of work on this thread.
package func medianProcessorTime(_ body: () -> Void) -> Duration {
  (0..<5).map { _ in processorTime(body) }.sorted()[2]
}

/// The processor time of work on this thread, which does not depend on other programs and tests.
package func processorTime<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure)
  -> Duration
{
  let start = threadTime()
  try body()
  return threadTime() - start
}

/// The processor time that this thread has used.
private func threadTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
