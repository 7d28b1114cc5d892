/// Decides when a run commits: often enough that a kill loses little, and rarely enough that
/// commits cost little.
package struct CommitSchedule {
  /// Records since the last commit.
  private var records = 0
  private var last: ContinuousClock.Instant

  /// Postings are written when they take this much memory, in bytes.
  static let mostMemory = 184 << 20
  /// Records are committed when this many are pending.
  static let mostRecords = 50_000
  /// Records are committed at the latest after this time.
  static let longest = Duration.seconds(30)

  package init(now: ContinuousClock.Instant = .now) {
    last = now
  }

  /// Counts records that were written.
  package mutating func add(records count: Int) { records += count }

  /// Whether a commit is due.
  ///
  /// - Parameter memory: the memory that uncommitted postings take, in bytes.
  package func isDue(memory: Int, now: ContinuousClock.Instant = .now) -> Bool {
    memory > Self.mostMemory || records >= Self.mostRecords
      || (records > 0 && last.duration(to: now) >= Self.longest)
  }

  /// Resets the schedule after a commit.
  package mutating func commit(now: ContinuousClock.Instant = .now) {
    records = 0
    last = now
  }
}
