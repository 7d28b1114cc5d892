import Answers
import Retrieval
import Testing
import peerlit

struct IndexReportTextTests {
  @Test func `the summary of an index run`() {
    var account = IndexReport()
    account.files.seen = 3
    account.files.failed = 1
    account.records.seen = 1206
    account.records.added = 1200
    account.records.updated = 2
    account.records.duplicate = 1
    account.records.failed = 3
    account.records.repaired = 1
    account.missing = 4
    account.seconds = 2.45
    account.logBytes = 12_300_000
    #expect(account.records.addUp)
    #expect(
      IndexReportText().text(account) == """
        1,206 records in 3 files: 1,200 added, 2 updated, 1 duplicate, 3 failed. 1
        contained invalid characters, shown as U+FFFD. 1 file could not be read. Kept 4
        documents whose source no longer exists (--prune removes them). Another program
        is reading the index, so 12 MB of changes stay in its log (-wal) for now. 2.5 s.
        """)
  }
}
