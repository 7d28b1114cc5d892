/// Ranking passages by a phrase alone.
extension PhraseMatcher {
  /// Offers passages that contain the phrase, scored by the mean impact of its words times
  /// `weight`.
  ///
  /// The blocks of the rarest word's list are skipped if the highest impacts of all words there
  /// can't reach the threshold, and so are its postings (Ding and Suel 2011). The other lists are
  /// read only for the postings that are left.
  package mutating func run(
    weight: UInt32, accepted: AcceptedDocuments, range: Range<UInt32>, into top: inout TopK
  ) {
    guard let rarest = order.first else { return }
    let (others, count) = (order.dropFirst(), UInt32(order.count))
    func score(_ sum: UInt32) -> UInt32 { weight &* UInt32(MeanImpact.value(sum, of: count)) }
    var left: [(number: UInt32, impact: UInt32)] = []
    var start = range.lowerBound
    blocks: while let lead = intersection.cursors[rarest].seek(start),
      lead.number < range.upperBound
    {
      start = lead.number
      var end = min(intersection.cursors[rarest].blockEnd(from: start), range.upperBound)
      for word in others {
        guard let rowEnd = intersection.cursors[word].seekRow(start) else { return }
        end = min(end, rowEnd)
      }
      // In a damaged list, a row can end before the number.
      guard start < end else { return }
      var rest: UInt32 = 0
      for word in others {
        let bound = intersection.cursors[word].bound(from: start, to: end)
        rest += UInt32(bound)
        if bound == 0 {
          start = end
          continue blocks
        }
      }
      left.removeAll(keepingCapacity: true)
      let threshold = top.threshold
      if score(UInt32(intersection.cursors[rarest].bound(from: start, to: end)) + rest) > threshold
      {
        intersection.cursors[rarest].forEach(from: start, to: end) { number, impact in
          if score(UInt32(impact) + rest) > threshold { left.append((number, UInt32(impact))) }
        }
      }
      passages: for (number, impact) in left {
        var sum = impact
        for word in others {
          let impact = UInt32(intersection.cursors[word].impact(of: number))
          if impact == 0 { continue passages }
          sum += impact
        }
        if score(sum) > top.threshold, accepted.contains(number), isMatch(number) {
          top.offer(number, score(sum))
        }
      }
      start = end
    }
  }
}
