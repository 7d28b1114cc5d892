/// Finds the best texts for a bag of term groups in one segment, without visiting every match.
///
/// MaxScore (Turtle and Flood 1995; Strohman, Turtle and Croft 2005) over windows of numbers, with
/// the highest impact of blocks and rows as bounds (Ding and Suel 2011; Chakrabarti, Chaudhuri and
/// Ganti 2011). In each window the groups that cannot lift a text over the threshold by themselves
/// are set aside; the others are added up term by term into an array of the window's scores; what
/// then could still reach the threshold is looked up in the groups set aside. Windows with nothing
/// to gain are passed over.
///
/// The result equals that of scoring every match: scores are sums of integers, and a text is only
/// passed over when its bound is not above the threshold.
package struct Traversal {
  /// Widest window, in numbers: its scores fit the first-level cache.
  static let windowSize = 4096

  /// With fewer postings than one in this many numbers, texts are visited one by one.
  static let sparseness: UInt64 = 256

  private var groups: [TermGroup]
  private let allowed: Allowed
  private let range: Range<UInt32>

  // Of the window at hand: an upper bound per group, the order of groups by it, and running sums.
  private var bounds: [UInt32]
  private var order: [Int]
  private var sums: [UInt32]

  /// Prepares to rank a segment.
  ///
  /// - Parameters:
  ///   - groups: at least one, with weights that keep every sum within 32 bits.
  ///   - range: numbers of the segment.
  package init(groups: [TermGroup], allowed: Allowed, range: Range<UInt32>) {
    self.groups = groups
    self.allowed = allowed
    self.range = range
    bounds = [UInt32](repeating: 0, count: groups.count)
    order = Array(groups.indices)
    sums = bounds
  }

  /// Offers every text that may be among the best.
  package mutating func run(into top: inout TopScores) {
    // One array of scores, aligned for vectors, and the best impacts of a group with expansions.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: Self.windowSize * 5, alignment: 64)
    defer { memory.deallocate() }
    let scores = memory.initializeMemory(as: UInt32.self, repeating: 0, count: Self.windowSize)
    let best = (memory + Self.windowSize * 4)
      .initializeMemory(as: UInt8.self, repeating: 0, count: Self.windowSize)
    var start = range.lowerBound
    while start < range.upperBound {
      if case .numbers(let set) = allowed {
        guard let next = set.next(start), next < range.upperBound else { return }
        start = next
      }
      guard let end = nextWindow(from: start) else { return }
      let set = setAside(from: start, to: end, threshold: top.threshold)
      if set < groups.count {
        if essentialCount(set) * Self.sparseness < UInt64(range.count) {
          visitOneByOne(start, end, set, &top)
          start = end
        } else {
          let close = min(end, start &+ UInt32(Self.windowSize))
          accumulate(start, close, set, scores, best)
          collect(start, close, set, scores, &top)
          start = close
        }
      } else {
        start = end
      }
    }
  }

  // MARK: Windows

  /// Brings every list to the row that holds `start`; the window ends where the first row does.
  private mutating func nextWindow(from start: UInt32) -> UInt32? {
    var end = range.upperBound
    var isAlive = false
    for group in groups.indices {
      for member in groups[group].members.indices {
        if let rowEnd = groups[group].members[member].cursor.seekRow(start) {
          end = min(end, rowEnd)
          isAlive = true
        }
      }
    }
    return isAlive ? end : nil
  }

  /// Orders the groups by their bound in the window and tells how many of the lowest cannot reach
  /// the threshold even together.
  private mutating func setAside(from start: UInt32, to end: UInt32, threshold: UInt32) -> Int {
    for group in groups.indices {
      var top: UInt32 = 0
      for member in groups[group].members.indices {
        let bound = groups[group].members[member].cursor.bound(from: start, to: end)
        top = max(top, UInt32(bound) &* groups[group].members[member].factor >> 8)
      }
      bounds[group] = top &* groups[group].weight
    }
    // Few groups, nearly in order from the window before: insertion sort.
    for index in order.indices.dropFirst() {
      let group = order[index]
      var place = index
      while place > 0, bounds[order[place - 1]] > bounds[group] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = group
    }
    var sum: UInt32 = 0
    var set = 0
    for index in order.indices {
      sum &+= bounds[order[index]]
      sums[index] = sum
      if sum <= threshold { set = index + 1 }
    }
    return set
  }

  private func essentialCount(_ set: Int) -> UInt64 {
    var count: UInt64 = 0
    for index in set..<order.count {
      for member in groups[order[index]].members { count += UInt64(member.cursor.count) }
    }
    return count
  }

  // MARK: Dense windows

  /// Adds up the scores of the groups that were not set aside.
  private mutating func accumulate(
    _ start: UInt32, _ end: UInt32, _ set: Int, _ scores: UnsafeMutablePointer<UInt32>,
    _ best: UnsafeMutablePointer<UInt8>
  ) {
    for index in set..<order.count {
      let group = order[index]
      let weight = groups[group].weight
      if bounds[group] == 0 { continue }
      if groups[group].members.count == 1 {
        groups[group].members[0].cursor.load()
        groups[group].members[0].cursor.forEach(from: start, to: end) { number, impact in
          let place = Int(number &- start)
          scores[place] = scores[place] &+ weight &* UInt32(impact)
        }
      } else {
        for member in groups[group].members.indices {
          let factor = groups[group].members[member].factor
          groups[group].members[member].cursor.load()
          groups[group].members[member].cursor.forEach(from: start, to: end) { number, impact in
            let place = Int(number &- start)
            let scaled = UInt8(truncatingIfNeeded: UInt32(impact) &* factor >> 8)
            best[place] = max(best[place], scaled)
          }
        }
        for place in 0..<Int(end &- start) {
          scores[place] = scores[place] &+ weight &* UInt32(best[place])
          best[place] = 0
        }
      }
    }
  }

  /// Offers the window's texts whose score, with the groups set aside, can pass the threshold.
  private mutating func collect(
    _ start: UInt32, _ end: UInt32, _ set: Int, _ scores: UnsafeMutablePointer<UInt32>,
    _ top: inout TopScores
  ) {
    let count = Int(end &- start)
    let aside = set > 0 ? sums[set - 1] : 0
    var floor = top.threshold > aside ? top.threshold &- aside : 0
    let vectors = UnsafeMutableRawPointer(scores)
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
  private mutating func finish(
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
  private mutating func value(_ group: Int, _ number: UInt32) -> UInt32 {
    var highest: UInt32 = 0
    for member in groups[group].members.indices {
      let impact = groups[group].members[member].cursor.impact(of: number)
      highest = max(highest, UInt32(impact) &* groups[group].members[member].factor >> 8)
    }
    return highest &* groups[group].weight
  }

  // MARK: Sparse windows

  /// Visits the texts of the essential groups in order, where they are few and far between.
  private mutating func visitOneByOne(
    _ start: UInt32, _ end: UInt32, _ set: Int, _ top: inout TopScores
  ) {
    var number = start
    while true {
      var next = end
      for index in set..<order.count {
        let group = order[index]
        if bounds[group] == 0 { continue }
        for member in groups[group].members.indices {
          if let posting = groups[group].members[member].cursor.peek(number, before: next) {
            next = min(next, posting)
          }
        }
      }
      if next >= end { return }
      if allowed.contains(next) {
        var score: UInt32 = 0
        for index in set..<order.count { score = score &+ value(order[index], next) }
        if score > 0 { finish(next, score, set, &top) }
      }
      number = next &+ 1
    }
  }
}
