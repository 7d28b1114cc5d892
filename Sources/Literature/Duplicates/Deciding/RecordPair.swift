/// Two records that match, by their offsets.
struct RecordPair {
  let left: Int
  let right: Int
  /// The certainty of the reason; lower is more certain.
  let strength: Int
  /// The number of fields that agree, if one of the records also matches another.
  var agreement = 0

  /// Whether the records share an identifier.
  var isByIdentifier: Bool { strength <= 1 }
}

extension RecordPair: Comparable {
  /// The more certain pair comes first; of equally certain ones, that in which more fields agree.
  static func < (left: RecordPair, right: RecordPair) -> Bool {
    if left.strength != right.strength { return left.strength < right.strength }
    if left.agreement != right.agreement { return left.agreement > right.agreement }
    return (left.left, left.right) < (right.left, right.right)
  }
}

extension [RecordPair] {
  /// All matching pairs of records that share keys, the most certain first.
  static func matching(among records: [LinkageRecord]) -> [RecordPair] {
    var owners: [WorkKey: [Int]] = [:]
    var pairs: [RecordPair] = []
    var matches = Array<Int>(repeating: 0, count: records.count)
    for (index, record) in records.enumerated() {
      var compared = Set<Int>()
      for key in record.keys {
        for other in owners[key, default: []].suffix(WorkGroups.comparisons)
        where compared.insert(other).inserted {
          guard case .same(let reason) = records[other].match(record) else { continue }
          pairs.append(RecordPair(left: other, right: index, strength: reason.strength))
          matches[other] += 1
          matches[index] += 1
        }
        owners[key, default: []].append(index)
      }
    }
    // Most works have one or two records, which leave no choice.
    for place in pairs.indices where matches[pairs[place].left] + matches[pairs[place].right] > 2 {
      let (left, right) = (records[pairs[place].left], records[pairs[place].right])
      pairs[place].agreement = FieldComparison(left, right).agreement
    }
    return pairs.sorted()
  }
}
