/// When a run commits: often enough that a kill costs little, seldom enough to cost little itself.
package struct CommitSchedule {
  /// Records since the last commit.
  private var records = 0
  private var last: ContinuousClock.Instant

  /// Postings are written when they take so much memory, in bytes.
  static let mostMemory = 184 << 20
  /// Records are committed when this many are waiting.
  static let mostRecords = 50_000
  /// And at the latest after this time.
  static let longest = Duration.seconds(30)

  package init(now: ContinuousClock.Instant = .now) {
    last = now
  }

  /// Notes records that were written.
  package mutating func add(records count: Int) { records += count }

  /// Whether to commit what was written.
  ///
  /// - Parameter memory: what it takes, in bytes.
  package func isDue(memory: Int, now: ContinuousClock.Instant = .now) -> Bool {
    memory > Self.mostMemory || records >= Self.mostRecords
      || (records > 0 && last.duration(to: now) >= Self.longest)
  }

  /// Notes a commit.
  package mutating func commit(now: ContinuousClock.Instant = .now) {
    records = 0
    last = now
  }
}
