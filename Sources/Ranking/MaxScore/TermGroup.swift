/// A query word together with its expansions, ranked as one term.
///
/// A group has one inverse document frequency, computed from the union of its members. A text gets
/// the highest of the members' impacts, never their sum.
package struct TermGroup {
  /// A posting list of the group with its weight within the group, in 256ths.
  package struct Member {
    /// A cursor at the start of the list.
    package var cursor: PostingCursor
    /// The weight of the list within the group, 0 to 256.
    package var factor: UInt32
    /// Index of the list within the group, the same in every segment.
    package var index: Int

    /// Creates a member.
    package init(_ cursor: PostingCursor, factor: UInt32 = 256, index: Int = 0) {
      self.cursor = cursor
      self.factor = factor
      self.index = index
    }
  }

  /// Whether a member with this weight in 256ths counts for the idf of its group.
  package static func isHeavy(_ factor: UInt32) -> Bool { factor >= 128 }

  /// An impact times a member's weight in 256ths; at least 1, so that every match is found.
  @inline(__always)
  package static func scaled(_ impact: UInt32, _ factor: UInt32) -> UInt32 {
    (impact &* factor &+ 255) &>> 8
  }

  /// The lists of the group.
  package var members: [Member]
  /// The scaled inverse document frequency, by which impacts are multiplied.
  package var weight: UInt32

  /// Creates a group.
  package init(members: [Member], weight: UInt32) {
    self.members = members
    self.weight = weight
  }
}

extension [TermGroup.Member] {
  /// The highest scaled impact of a text in the lists of a group; 0 if none contains it.
  ///
  /// Numbers must be passed in non-decreasing order.
  package mutating func impact(of number: UInt32) -> UInt32 {
    var highest: UInt32 = 0
    for index in indices {
      let impact = self[index].cursor.impact(of: number)
      highest = Swift.max(highest, TermGroup.scaled(UInt32(impact), self[index].factor))
    }
    return highest
  }
}
