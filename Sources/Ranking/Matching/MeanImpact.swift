/// The impact of a phrase: the mean of those of its words.
package enum MeanImpact {
  /// The rounded mean of `count` impacts; at least 1, so that every match is found.
  ///
  /// - Parameter sum: the sum of the impacts.
  @inline(__always)
  package static func value(_ sum: UInt32, of count: UInt32) -> UInt8 {
    let count = max(1, count)
    return UInt8(clamping: max(1, (sum &+ count / 2) / count))
  }
}

extension [PostingCursor] {
  /// The mean impact of a text in some lists.
  ///
  /// Numbers must be passed in non-decreasing order.
  package mutating func meanImpact(of number: UInt32) -> UInt8 {
    var sum: UInt32 = 0
    for index in indices { sum += UInt32(self[index].impact(of: number)) }
    return MeanImpact.value(sum, of: UInt32(count))
  }
}
