// Term-at-a-time scoring of a window, used when many texts match.
extension MaxScore.State {
  /// Adds a group to the scores of the window.
  func accumulate(_ group: Int, _ start: UInt32, _ end: UInt32) {
    if bounds[group] == 0 { return }
    let members = firstMember[group]..<firstMember[group + 1]
    if members.count == 1 {
      let adder = ScoreAdder(
        scores: scores, weight: weights[group], factor: factors[members.lowerBound])
      visit(members.lowerBound, start, end, adder)
    } else {
      for member in members {
        let adder = BestImpactAdder(
          scores: scores, best: best, weight: weights[group], factor: factors[member])
        visit(member, start, end, adder)
      }
      best.update(repeating: 0, count: Int(end &- start))
    }
  }

  /// Promotes non-essential groups to term-at-a-time scoring, highest bound first, if looking up
  /// every surviving text would cost more than scanning the group's postings.
  ///
  /// - Returns: the number of groups that remain non-essential.
  func promoteGroups(
    _ start: UInt32, _ end: UInt32, _ nonEssential: Int, _ threshold: UInt32
  ) -> Int {
    if acceptedIDs != nil { return nonEssential }
    var nonEssential = nonEssential
    while nonEssential > 0 {
      let group = order[nonEssential - 1]
      var postings = 0
      for member in firstMember[group]..<firstMember[group + 1] {
        (cursors + member).pointee.load()
        postings &+= (cursors + member).pointee.blocksAhead(to: end) &* PostingLayout.blockSize
      }
      let floor = threshold > sums[nonEssential - 1] ? threshold &- sums[nonEssential - 1] : 0
      let members = firstMember[group + 1] &- firstMember[group]
      let most = postings / (members &* MaxScore.windowLookupCost)
      if !areAbove(floor, Int(end &- start), moreThan: most) { return nonEssential }
      accumulate(group, start, end)
      nonEssential &-= 1
    }
    return nonEssential
  }

  /// Whether more than `most` scores of the window are above `floor`.
  private func areAbove(_ floor: UInt32, _ count: Int, moreThan most: Int) -> Bool {
    let vectors = UnsafeRawPointer(scores)
    let floors = SIMD16<Int32>(repeating: Int32(bitPattern: floor))
    var found = 0
    var offset = 0
    while offset < count {
      var above = SIMD16<Int32>(repeating: 0)
      let stop = min(offset &+ 512, count)
      while offset < stop {
        let chunk = vectors.load(fromByteOffset: offset &* 4, as: SIMD16<Int32>.self)
        // Scores are below 2^31, so the sign of the difference decides.
        above = above &+ ((floors &- chunk) &>> 31)
        offset &+= 16
      }
      found &-= Int(above.wrappedSum())
      if found > most { return true }
    }
    return false
  }

  /// Visits the postings of a member in the window; only the accepted ones if they are few.
  @inline(__always)
  private func visit(
    _ member: Int, _ start: UInt32, _ end: UInt32, _ adder: some PostingAdder
  ) {
    (cursors + member).pointee.load()
    if let acceptedIDs {
      let stop = acceptedIDs.index(of: end, from: acceptedIndex)
      if (stop &- acceptedIndex) &* 8
        < (cursors + member).pointee.blocksAhead(to: end) &* PostingLayout.blockSize
      {
        for index in acceptedIndex..<stop {
          let id = acceptedIDs.ids[index]
          let impact = (cursors + member).pointee.impact(of: id)
          if impact > 0 { adder.add(UInt32(impact), at: Int(id &- start)) }
        }
        return
      }
    }
    (cursors + member).pointee.forEach(from: start, to: end) { id, impact in
      adder.add(UInt32(impact), at: Int(id &- start))
    }
  }

  /// Offers the texts whose score, with the non-essential groups added, can exceed the threshold.
  func collect(_ start: UInt32, _ end: UInt32, _ nonEssential: Int, _ top: inout TopK) {
    let count = Int(end &- start)
    let rest = nonEssential > 0 ? sums[nonEssential - 1] : 0
    var floor = top.threshold > rest ? top.threshold &- rest : 0
    let vectors = UnsafeMutableRawPointer(scores)
    if let acceptedIDs {
      for index in acceptedIndex..<acceptedIDs.index(of: end, from: acceptedIndex) {
        let id = acceptedIDs.ids[index]
        let score = scores[Int(id &- start)]
        if score > floor {
          finish(id, score, nonEssential, &top)
          floor = top.threshold > rest ? top.threshold &- rest : 0
        }
      }
      vectors.initializeMemory(as: UInt32.self, repeating: 0, count: count)
      return
    }
    var offset = 0
    while offset < count {
      // Sixteen scores at once: nearly all are below the floor. Scores are below 2^31, so the sign
      // of the difference decides, which every processor can compute on vectors.
      let chunk = vectors.load(fromByteOffset: offset &* 4, as: SIMD16<Int32>.self)
      let below = SIMD16<Int32>(repeating: Int32(bitPattern: floor)) &- chunk
      let eight = below.lowHalf | below.highHalf
      let four = eight.lowHalf | eight.highHalf
      let two = four.lowHalf | four.highHalf
      if two.x | two.y < 0 {
        for item in offset..<min(offset &+ 16, count) where scores[item] > floor {
          let id = start &+ UInt32(item)
          guard accepted.contains(id) else { continue }
          finish(id, scores[item], nonEssential, &top)
          floor = top.threshold > rest ? top.threshold &- rest : 0
        }
      }
      vectors.storeBytes(
        of: SIMD16<Int32>(repeating: 0), toByteOffset: offset &* 4, as: SIMD16<Int32>.self)
      offset &+= 16
    }
  }

  /// Adds the scores of the non-essential groups to a text, highest bound first, as long as it can
  /// still exceed the threshold.
  @inline(__always)
  func finish(
    _ id: UInt32, _ partial: UInt32, _ nonEssential: Int, _ top: inout TopK
  ) {
    var sum = partial
    var index = nonEssential
    while index > 0 {
      if sum &+ sums[index - 1] <= top.threshold { return }
      index -= 1
      sum = sum &+ score(of: id, in: order[index])
    }
    if sum > top.threshold { top.offer(id, sum) }
  }

  /// The score that a group gives a text; 0 if it does not match.
  @inline(__always)
  func score(of id: UInt32, in group: Int) -> UInt32 {
    if bounds[group] == 0 { return 0 }
    var highest: UInt32 = 0
    for member in firstMember[group]..<firstMember[group + 1] {
      let impact = (cursors + member).pointee.impact(of: id)
      highest = max(highest, TermGroup.scaled(UInt32(impact), factors[member]))
    }
    return highest &* weights[group]
  }
}

/// Adds a posting to the scores of a window.
///
/// A protocol rather than a closure, because the compiler specialises generic code reliably.
private protocol PostingAdder {
  /// - Parameter offset: the offset of the text in the window.
  func add(_ impact: UInt32, at offset: Int)
}

/// Adder for a group with one list.
private struct ScoreAdder: PostingAdder {
  let scores: UnsafeMutablePointer<UInt32>
  let weight: UInt32
  let factor: UInt32

  @inline(__always)
  func add(_ impact: UInt32, at offset: Int) {
    scores[offset] = scores[offset] &+ weight &* TermGroup.scaled(impact, factor)
  }
}

/// Adder for a group with several lists, which scores a text by its best impact: each list adds
/// only the excess over the previous lists.
private struct BestImpactAdder: PostingAdder {
  let scores: UnsafeMutablePointer<UInt32>
  let best: UnsafeMutablePointer<UInt8>
  let weight: UInt32
  let factor: UInt32

  @inline(__always)
  func add(_ impact: UInt32, at offset: Int) {
    let before = best[offset]
    let after = max(before, UInt8(truncatingIfNeeded: TermGroup.scaled(impact, factor)))
    scores[offset] = scores[offset] &+ weight &* UInt32(after &- before)
    best[offset] = after
  }
}
