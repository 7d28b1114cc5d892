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
///
/// A hot file: lists, bounds and scores lie in plain memory for as long as ``run(into:)`` takes, as
/// every access to an array inside an array costs more than the posting it is for. All indices are
/// below counts that are fixed when the memory is allocated.
package struct Traversal {
  /// Widest window, in numbers: its scores fit the first-level cache.
  static let windowSize = 4096

  /// Looking a text up in a list costs about as much as adding so many postings up.
  static let lookup = 12

  /// The same for a text of a window whose scores are being added up, where the next texts to look
  /// up are far apart.
  static let windowLookup = 32

  /// Passing over so many numbers of a window costs about as much as adding a posting up.
  static let numbersPerPosting = 16

  /// With fewer postings than one in this many numbers, texts are visited one by one.
  static let sparseness: UInt64 = 256

  private let groups: [TermGroup]
  private let allowed: Allowed
  private let range: Range<UInt32>

  /// Prepares to rank a segment.
  ///
  /// - Parameters:
  ///   - groups: at least one, with weights that keep every sum below 2^31.
  ///   - range: numbers of the segment.
  package init(groups: [TermGroup], allowed: Allowed, range: Range<UInt32>) {
    self.groups = groups
    self.allowed = allowed
    self.range = range
  }

  /// Offers every text that may be among the best.
  package func run(into top: inout TopScores) {
    var walk = Walk(groups, allowed: allowed, range: range)
    defer { walk.end() }
    walk.run(&top)
  }
}

/// One traversal of a segment, with its memory.
private struct Walk {
  let allowed: Allowed
  /// The allowed numbers where they are few, and the first that was not passed.
  let few: FewNumbers?
  var fewPlace = 0
  let range: Range<UInt32>
  let groupCount: Int
  let memberCount: Int

  // By member: its list and how much it counts for.
  let cursors: UnsafeMutablePointer<PostingCursor>
  let factors: UnsafeMutablePointer<UInt32>
  // By group: its first member (and one past the last group's), its weight, its bound in the window.
  let firstMember: UnsafeMutablePointer<Int>
  let weights: UnsafeMutablePointer<UInt32>
  let bounds: UnsafeMutablePointer<UInt32>
  // By place, the lowest bound first: the group, and the sum of the bounds so far.
  let order: UnsafeMutablePointer<Int>
  let sums: UnsafeMutablePointer<UInt32>
  // By number in the window: the score, and the best impact of the group at hand.
  let scores: UnsafeMutablePointer<UInt32>
  let best: UnsafeMutablePointer<UInt8>
  private let window: UnsafeMutableRawPointer

  init(_ groups: [TermGroup], allowed: Allowed, range: Range<UInt32>) {
    self.allowed = allowed
    if case .few(let numbers) = allowed { few = numbers } else { few = nil }
    self.range = range
    groupCount = groups.count
    memberCount = groups.reduce(0) { $0 + $1.members.count }
    cursors = .allocate(capacity: memberCount)
    factors = .allocate(capacity: memberCount)
    firstMember = .allocate(capacity: groupCount + 1)
    weights = .allocate(capacity: groupCount)
    bounds = .allocate(capacity: groupCount)
    order = .allocate(capacity: groupCount)
    sums = .allocate(capacity: groupCount)
    let size = Traversal.windowSize
    // Aligned for vectors.
    window = .allocate(byteCount: size * 5, alignment: 64)
    scores = window.initializeMemory(as: UInt32.self, repeating: 0, count: size)
    best = (window + size * 4).initializeMemory(as: UInt8.self, repeating: 0, count: size)
    var member = 0
    for (index, group) in groups.enumerated() {
      firstMember[index] = member
      weights[index] = group.weight
      order[index] = index
      bounds[index] = 0
      for each in group.members {
        (cursors + member).initialize(to: each.cursor)
        factors[member] = each.factor
        member += 1
      }
    }
    firstMember[groupCount] = member
  }

  func end() {
    cursors.deinitialize(count: memberCount)
    cursors.deallocate()
    factors.deallocate()
    firstMember.deallocate()
    weights.deallocate()
    bounds.deallocate()
    order.deallocate()
    sums.deallocate()
    window.deallocate()
  }

  mutating func run(_ top: inout TopScores) {
    var start = range.lowerBound
    while start < range.upperBound {
      if let few {
        fewPlace = few.place(of: start, from: fewPlace)
        guard fewPlace < few.numbers.count, few.numbers[fewPlace] < range.upperBound else { return }
        start = few.numbers[fewPlace]
      } else if case .numbers(let set) = allowed {
        guard let next = set.next(start), next < range.upperBound else { return }
        start = next
      }
      guard let end = nextWindow(from: start) else { return }
      let set = setAside(from: start, to: end, threshold: top.threshold)
      if set == groupCount {
        start = end
      } else if let few, isQuicker(few, start, end, set) {
        visitAllowed(few, end, &top)
        start = end
      } else if essentialCount(set) &* Traversal.sparseness < UInt64(range.count) {
        visitOneByOne(start, end, set, &top)
        start = end
      } else {
        // Bounds are tighter over a narrower window.
        let close = min(end, start &+ UInt32(Traversal.windowSize))
        let set = setAside(from: start, to: close, threshold: top.threshold)
        if set < groupCount {
          for index in set..<groupCount { accumulate(order[index], start, close) }
          let rest = accumulateMore(start, close, set, top.threshold)
          collect(start, close, rest, &top)
        }
        start = close
      }
    }
  }

  // MARK: Windows

  /// Brings every list to the row that holds `start`; the window ends where the first row does.
  private func nextWindow(from start: UInt32) -> UInt32? {
    var end = range.upperBound
    var isAlive = false
    for member in 0..<memberCount {
      if let rowEnd = cursors[member].seekRow(start) {
        end = min(end, rowEnd)
        isAlive = true
      }
    }
    return isAlive ? end : nil
  }

  /// Orders the groups by their bound in the window and tells how many of the lowest cannot reach
  /// the threshold even together.
  private func setAside(from start: UInt32, to end: UInt32, threshold: UInt32) -> Int {
    for group in 0..<groupCount {
      var top: UInt32 = 0
      for member in firstMember[group]..<firstMember[group + 1] {
        let bound = cursors[member].bound(from: start, to: end)
        top = max(top, UInt32(bound) &* factors[member] >> 8)
      }
      bounds[group] = top &* weights[group]
    }
    // Few groups, nearly in order from the window before: insertion sort.
    for index in 1..<max(1, groupCount) {
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
    for index in 0..<groupCount {
      sum &+= bounds[order[index]]
      sums[index] = sum
      if sum <= threshold { set = index + 1 }
    }
    return set
  }

  private func essentialCount(_ set: Int) -> UInt64 {
    var count: UInt64 = 0
    for index in set..<groupCount {
      let group = order[index]
      for member in firstMember[group]..<firstMember[group + 1] {
        count += UInt64(cursors[member].count)
      }
    }
    return count
  }

  // MARK: Few allowed texts

  /// Whether looking up the allowed texts of a window costs less than passing its postings.
  private func isQuicker(
    _ numbers: FewNumbers, _ start: UInt32, _ end: UInt32, _ set: Int
  ) -> Bool {
    var members = 0
    var postings = Int(end &- start) / Traversal.numbersPerPosting
    for index in set..<groupCount {
      let group = order[index]
      if bounds[group] == 0 { continue }
      for member in firstMember[group]..<firstMember[group + 1] {
        members &+= 1
        // Lists are spread about evenly: what of them lies in the window is as much as its share.
        postings &+= Int(
          UInt64(cursors[member].count) &* UInt64(end &- start) / UInt64(max(1, range.count)))
      }
    }
    let count = numbers.place(of: end, from: fewPlace) &- fewPlace
    return count &* members &* Traversal.lookup < postings
  }

  /// Scores the allowed texts of a window, run by run: the passages of a document stand side by
  /// side, and in a list the place of the first is near that of the others.
  private mutating func visitAllowed(_ few: FewNumbers, _ end: UInt32, _ top: inout TopScores) {
    for member in 0..<memberCount { cursors[member].load() }
    while fewPlace < few.numbers.count, few.numbers[fewPlace] < end {
      let first = few.numbers[fewPlace]
      var next = first
      repeat {
        next &+= 1
        fewPlace &+= 1
      } while fewPlace < few.numbers.count && few.numbers[fewPlace] == next && next < end
        && next &- first < UInt32(Traversal.windowSize)
      visitRun(first, next, &top)
    }
  }

  /// Scores texts side by side, the group of the highest bound first, while one of them can pass.
  private func visitRun(_ first: UInt32, _ end: UInt32, _ top: inout TopScores) {
    let count = Int(end &- first)
    var highest: UInt32 = 0
    var index = groupCount
    while index > 0, highest &+ sums[index - 1] > top.threshold {
      index -= 1
      let group = order[index]
      if bounds[group] == 0 { continue }
      let weight = weights[group]
      for member in firstMember[group]..<firstMember[group + 1] {
        let factor = factors[member]
        cursors[member].forEach(from: first, to: end) { number, impact in
          let place = Int(number &- first)
          best[place] = max(best[place], UInt8(truncatingIfNeeded: UInt32(impact) &* factor >> 8))
        }
      }
      for place in 0..<count {
        scores[place] = scores[place] &+ weight &* UInt32(best[place])
        highest = max(highest, scores[place])
        best[place] = 0
      }
    }
    for place in 0..<count {
      if highest > top.threshold, scores[place] > top.threshold {
        top.offer(first &+ UInt32(place), scores[place])
      }
      scores[place] = 0
    }
  }

  // MARK: Dense windows

  /// Adds a group to the scores of the window.
  private func accumulate(_ group: Int, _ start: UInt32, _ end: UInt32) {
    if bounds[group] == 0 { return }
    let weight = weights[group]
    let members = firstMember[group]..<firstMember[group + 1]
    if members.count == 1 {
      let factor = factors[members.lowerBound]
      add(members.lowerBound, start, end) { place, impact in
        scores[place] = scores[place] &+ weight &* (impact &* factor >> 8)
      }
    } else {
      for member in members {
        let factor = factors[member]
        add(member, start, end) { place, impact in
          best[place] = max(best[place], UInt8(truncatingIfNeeded: impact &* factor >> 8))
        }
      }
      for place in 0..<Int(end &- start) {
        scores[place] = scores[place] &+ weight &* UInt32(best[place])
        best[place] = 0
      }
    }
  }

  /// Adds groups up that were set aside, the highest bound first, where so many texts could still
  /// pass that looking each up would cost more than passing the group's postings.
  ///
  /// - Returns: how many groups stay aside.
  private func accumulateMore(
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
      if countAbove(floor, Int(end &- start)) &* members &* Traversal.windowLookup <= postings {
        return set
      }
      accumulate(group, start, end)
      set &-= 1
    }
    return set
  }

  /// How many scores of the window are above a floor.
  private func countAbove(_ floor: UInt32, _ count: Int) -> Int {
    let vectors = UnsafeRawPointer(scores)
    var above = SIMD16<Int32>(repeating: 0)
    for place in stride(from: 0, to: count, by: 16) {
      let chunk = vectors.load(fromByteOffset: place &* 4, as: SIMD16<Int32>.self)
      // Scores are below 2^31, so the sign of a difference tells.
      above = above &+ ((SIMD16<Int32>(repeating: Int32(bitPattern: floor)) &- chunk) &>> 31)
    }
    return -Int(above.wrappedSum())
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
  private func collect(_ start: UInt32, _ end: UInt32, _ set: Int, _ top: inout TopScores) {
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
  private func finish(
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
  private func value(_ group: Int, _ number: UInt32) -> UInt32 {
    if bounds[group] == 0 { return 0 }
    var highest: UInt32 = 0
    for member in firstMember[group]..<firstMember[group + 1] {
      let impact = cursors[member].impact(of: number)
      highest = max(highest, UInt32(impact) &* factors[member] >> 8)
    }
    return highest &* weights[group]
  }

  // MARK: Sparse windows

  /// Visits the texts of the essential groups in order, where they are few and far between.
  private func visitOneByOne(
    _ start: UInt32, _ end: UInt32, _ set: Int, _ top: inout TopScores
  ) {
    var number = start
    while true {
      var next = end
      for index in set..<groupCount {
        let group = order[index]
        if bounds[group] == 0 { continue }
        for member in firstMember[group]..<firstMember[group + 1] {
          if let posting = cursors[member].peek(number, before: next) { next = posting }
        }
      }
      if next >= end { return }
      if allowed.contains(next) {
        var score: UInt32 = 0
        for index in set..<groupCount { score = score &+ value(order[index], next) }
        if score > 0 { finish(next, score, set, &top) }
      }
      number = next &+ 1
    }
  }
}
