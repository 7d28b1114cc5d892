import Foundation

/// A word of a query with what an expansion added to it, for ranking.
///
/// A group is scored as one term: one inverse document frequency from the union of its members,
/// and in each text the best of its members' impacts, never their sum.
package struct TermGroup {
  /// A posting list of the group and how much it counts for, in 256ths.
  package struct Member {
    package var cursor: PostingCursor
    package var factor: UInt32
    /// Which of the lists that the group stands for this is, the same in every segment.
    package var place: Int

    package init(_ cursor: PostingCursor, factor: UInt32 = 256, place: Int = 0) {
      self.cursor = cursor
      self.factor = factor
      self.place = place
    }
  }

  /// An impact as far as it counts for, by a factor in 256ths; at least 1, so that what matches is
  /// found.
  @inline(__always)
  package static func weighed(_ impact: UInt32, _ factor: UInt32) -> UInt32 {
    (impact &* factor &+ 255) &>> 8
  }

  package var members: [Member]
  /// The scaled inverse document frequency: what an impact is multiplied by.
  package var weight: UInt32

  package init(members: [Member], weight: UInt32) {
    self.members = members
    self.weight = weight
  }
}

extension [TermGroup.Member] {
  /// The best impact of a text in the lists of a group, as far as each counts; 0 when none has it.
  ///
  /// Numbers asked for must not fall.
  package mutating func impact(of number: UInt32) -> UInt32 {
    var highest: UInt32 = 0
    for index in indices {
      let impact = self[index].cursor.impact(of: number)
      highest = Swift.max(highest, TermGroup.weighed(UInt32(impact), self[index].factor))
    }
    return highest
  }
}

/// The inverse document frequency and its scale.
package enum InverseDocumentFrequency {
  /// `ln(1 + (N - n + 0.5) / (n + 0.5))`, always positive (Lucene's variant of Robertson and
  /// Spärck Jones).
  package static func value(count: Double, total: Double) -> Double {
    let count = min(count, total)
    return log(1 + (total - count + 0.5) / (count + 0.5))
  }

  /// The largest scale at which a sum of `values` times 255 stays an exact integer below 2^31.
  package static func scale(_ values: [Double]) -> Double {
    let sum = values.reduce(0, +)
    return min(65536, 2.0e9 / (255 * max(sum, 0.001) + 255 * Double(values.count)))
  }

  /// The expected size of the union of independent sets, from their sizes.
  package static func union(_ counts: [Double], total: Double) -> Double {
    guard total > 0, counts.count > 1 else { return counts.first ?? 0 }
    return total * (1 - counts.reduce(1) { $0 * (1 - min($1 / total, 1)) })
  }
}
