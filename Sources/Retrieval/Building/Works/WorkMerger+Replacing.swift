import Literature

extension WorkMerger {
  /// Records that a file no longer contains, although it contains a new record of the same work:
  /// the versions from before someone edited the record.
  ///
  /// - Parameter paths: files that were read completely.
  /// - Returns: the old records, and the number of new ones that replace them.
  func replacedRecords(in paths: Set<String>) throws -> (old: [StoredRecord], new: Int) {
    var old: [StoredRecord] = []
    var replacing = 0
    for document in works.sets().joined() {
      guard
        try records.numbers(of: document).contains(where: { !seen.contains(.shared(record: $0)) })
      else { continue }
      let members = try members(of: document).filter { paths.contains($0.source.path) }
      let gone = members.filter { !seen.contains(.shared(record: $0.number)) }
      guard !gone.isEmpty else { continue }
      let added = members.filter { new.contains($0.source) }
      let replaced = gone.filter { member in
        added.contains { isReplacement($0, of: member) }
      }
      old += replaced.map { .shared(record: $0.number) }
      replacing += added.count { member in replaced.contains { isReplacement(member, of: $0) } }
    }
    return (old, replacing)
  }

  private func isReplacement(_ new: Member, of old: Member) -> Bool {
    new.source.path == old.source.path && isSame(new.linkage, [old.linkage])
  }
}
