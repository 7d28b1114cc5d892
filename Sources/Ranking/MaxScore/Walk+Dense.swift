// Where many texts match, a window's scores are added up list by list.
extension Walk {
  /// Adds a group to the scores of the window.
  func accumulate(_ group: Int, _ start: UInt32, _ end: UInt32) {
    if bounds[group] == 0 { return }
    let weight = weights[group]
    let members = firstMember[group]..<firstMember[group + 1]
    if members.count == 1 {
      let factor = factors[members.lowerBound]
      add(members.lowerBound, start, end) { place, impact in
        scores[place] = scores[place] &+ weight &* TermGroup.weighed(impact, factor)
      }
    } else {
      // What a text gained from one list counts against what it gains from the next.
      for member in members {
        let factor = factors[member]
        add(member, start, end) { place, impact in
          let before = best[place]
          let after = max(
            before, UInt8(truncatingIfNeeded: TermGroup.weighed(impact, factor)))
          scores[place] = scores[place] &+ weight &* UInt32(after &- before)
          best[place] = after
        }
      }
      best.update(repeating: 0, count: Int(end &- start))
    }
  }

  /// Adds groups up that were set aside, the highest bound first, where so many texts could still
  /// pass that looking each up would cost more than passing the group's postings.
  ///
  /// - Returns: how many groups stay aside.
  func accumulateMore(
    _ start: UInt32, _ end: UInt32, _ set: Int, _ threshold: UInt32
  ) -> Int {
    if few != nil { return set }
    var set = set
    while set > 0 {
      let group = order[set - 1]
      var postings = 0
      for member in firstMember[group]..<firstMember[group + 1] {
        cursors[member].load()
        postings &+= cursors[member].blocksAhead(to: end) &* PostingLayout.blockSize
      }
      let floor = threshold > sums[set - 1] ? threshold &- sums[set - 1] : 0
      let members = firstMember[group + 1] &- firstMember[group]
      let most = postings / (members &* Traversal.windowLookup)
      if !areAbove(floor, Int(end &- start), moreThan: most) { return set }
      accumulate(group, start, end)
      set &-= 1
    }
    return set
  }

  /// Whether more than `most` scores of the window are above a floor.
  private func areAbove(_ floor: UInt32, _ count: Int, moreThan most: Int) -> Bool {
    let vectors = UnsafeRawPointer(scores)
    let floors = SIMD16<Int32>(repeating: Int32(bitPattern: floor))
    var found = 0
    var place = 0
    while place < count {
      var above = SIMD16<Int32>(repeating: 0)
      let stop = min(place &+ 512, count)
      while place < stop {
        let chunk = vectors.load(fromByteOffset: place &* 4, as: SIMD16<Int32>.self)
        // Scores are below 2^31, so the sign of a difference tells.
        above = above &+ ((floors &- chunk) &>> 31)
        place &+= 16
      }
      found &-= Int(above.wrappedSum())
      if found > most { return true }
    }
    return false
  }

  /// Visits the postings of a member in the window; only the allowed ones where they are few.
  @inline(__always)
  private func add(
    _ member: Int, _ start: UInt32, _ end: UInt32, _ visit: (Int, UInt32) -> Void
  ) {
    cursors[member].load()
    if let few {
      let stop = few.place(of: end, from: fewPlace)
      if (stop &- fewPlace) &* 8
        < cursors[member].blocksAhead(to: end) &* PostingLayout.blockSize
      {
        for place in fewPlace..<stop {
          let number = few.numbers[place]
          let impact = cursors[member].impact(of: number)
          if impact > 0 { visit(Int(number &- start), UInt32(impact)) }
        }
        return
      }
    }
    cursors[member].forEach(from: start, to: end) { number, impact in
      visit(Int(number &- start), UInt32(impact))
    }
  }

  /// Offers the window's texts whose score, with the groups set aside, can pass the threshold.
  func collect(_ start: UInt32, _ end: UInt32, _ set: Int, _ top: inout TopScores) {
    let count = Int(end &- start)
    let aside = set > 0 ? sums[set - 1] : 0
    var floor = top.threshold > aside ? top.threshold &- aside : 0
    let vectors = UnsafeMutableRawPointer(scores)
    if let few {
      for item in fewPlace..<few.place(of: end, from: fewPlace) {
        let number = few.numbers[item]
        let score = scores[Int(number &- start)]
        if score > floor {
          finish(number, score, set, &top)
          floor = top.threshold > aside ? top.threshold &- aside : 0
        }
      }
      vectors.initializeMemory(as: UInt32.self, repeating: 0, count: count)
      return
    }
    var place = 0
    while place < count {
      // Sixteen scores at once: nearly all are below the floor. Scores are below 2^31, so the sign
      // of a difference tells, which every processor can do on vectors.
      let chunk = vectors.load(fromByteOffset: place &* 4, as: SIMD16<Int32>.self)
      let below = SIMD16<Int32>(repeating: Int32(bitPattern: floor)) &- chunk
      let eight = below.lowHalf | below.highHalf
      let four = eight.lowHalf | eight.highHalf
      let two = four.lowHalf | four.highHalf
      if two.x | two.y < 0 {
        for item in place..<min(place &+ 16, count) where scores[item] > floor {
          let number = start &+ UInt32(item)
          guard allowed.contains(number) else { continue }
          finish(number, scores[item], set, &top)
          floor = top.threshold > aside ? top.threshold &- aside : 0
        }
      }
      vectors.storeBytes(
        of: SIMD16<Int32>(repeating: 0), toByteOffset: place &* 4, as: SIMD16<Int32>.self)
      place &+= 16
    }
  }

  /// Adds what the groups set aside give to a text, the highest bound first, while it can pass.
  @inline(__always)
  func finish(
    _ number: UInt32, _ partial: UInt32, _ set: Int, _ top: inout TopScores
  ) {
    var score = partial
    var index = set
    while index > 0 {
      if score &+ sums[index - 1] <= top.threshold { return }
      index -= 1
      score = score &+ value(order[index], number)
    }
    if score > top.threshold { top.offer(number, score) }
  }

  @inline(__always)
  func value(_ group: Int, _ number: UInt32) -> UInt32 {
    if bounds[group] == 0 { return 0 }
    var highest: UInt32 = 0
    for member in firstMember[group]..<firstMember[group + 1] {
      let impact = cursors[member].impact(of: number)
      highest = max(highest, TermGroup.weighed(UInt32(impact), factors[member]))
    }
    return highest &* weights[group]
  }
}
