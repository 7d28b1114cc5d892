/// Groups records that share keys, directly or through others, into works.
///
/// Pairs that a person decided on come first. Then matching pairs are joined, the most certain
/// first: by identifier, then by volume and page, then by title; of equally certain pairs, those in
/// which more fields agree. A pair is not joined if that would put two records that contradict each
/// other into one work (``RecordGroups``). The result depends only on the records and their order.
/// Records sorted by ``RecordRank`` give the same works, regardless of the order in which they were
/// read.
public enum WorkGroups {
  /// The records of each work, as offsets in ascending order; works are ordered by their first
  /// record.
  public static func works(
    of records: [LinkageRecord], _ decisions: DuplicateDecisions = .none
  ) -> [[Int]] {
    var groups = RecordGroups(records)
    let verdicts = decisions.verdicts(among: records)
    for (left, right, verdict) in verdicts where verdict == .different {
      groups.separate(left, right)
    }
    for (left, right, verdict) in verdicts where verdict == .same {
      groups.joinDecided(left, right)
    }
    for pair in [RecordPair].matching(among: records) { groups.join(pair) }
    return groups.works
  }

  /// Maximum number of earlier records with the same key that a record is compared with.
  public static let comparisons = 64
}
