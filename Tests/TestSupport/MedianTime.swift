/// The median time of five runs.
package func medianTime(_ body: () -> Void) -> Duration {
  let clock = ContinuousClock()
  return (0..<5).map { _ in clock.measure(body) }.sorted()[2]
}
