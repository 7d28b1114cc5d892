import Retrieval
import Testing

/// When a run commits.
struct CommitScheduleTests {
  @Test func `after 50,000 records, 30 seconds or enough memory, whichever comes first`() {
    let start = ContinuousClock.now
    var schedule = CommitSchedule(now: start)
    #expect(!schedule.isDue(memory: 0, now: start + .seconds(100)), "nothing was written")
    schedule.add(records: 49_999)
    #expect(!schedule.isDue(memory: 184 << 20, now: start + .seconds(29)))
    #expect(schedule.isDue(memory: 184 << 20 + 1, now: start))
    #expect(schedule.isDue(memory: 0, now: start + .seconds(30)))
    schedule.add(records: 1)
    #expect(schedule.isDue(memory: 0, now: start))
    schedule.commit(now: start + .seconds(1))
    schedule.add(records: 1)
    #expect(!schedule.isDue(memory: 0, now: start + .seconds(30)))
    #expect(schedule.isDue(memory: 0, now: start + .seconds(31)))
  }
}
