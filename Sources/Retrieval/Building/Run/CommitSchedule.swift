/// Decides when a run commits: often enough that a crash loses little work, and rarely enough that
/// commits cost little.
package struct CommitSchedule {
  /// Records since the last commit.
  private var records = 0
  private var last: ContinuousClock.Instant

  /// The memory of pending postings at which they are written, in bytes.
  static let mostMemory = 184 << 20
  /// The number of pending records at which they are committed.
  static let mostRecords = 50_000
  /// The maximum time until pending records are committed.
  static let longest = Duration.seconds(30)

  /// Creates a schedule for a run that begins now.
  package init(now: ContinuousClock.Instant = .now) {
    last = now
  }

  /// Counts records that were written.
  package mutating func add(records count: Int) { records += count }

  /// Whether a commit is due.
  ///
  /// - Parameter memory: the memory taken by uncommitted postings, in bytes.
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
