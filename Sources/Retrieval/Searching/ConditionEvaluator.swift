/// Finds the documents that meet a condition.
struct ConditionEvaluator {
  let lists: PatternLists
  let snapshot: IndexSnapshot

  func documents(_ condition: DocumentCondition) throws -> NumberSet {
    switch condition {
    case .matches(let patterns): return try matching(patterns)
    case .all(let parts): return try all(parts)
    case .some(let parts):
      var set = NumberSet(limit: snapshot.documentLimit)
      for part in parts { set.formUnion(try documents(part)) }
      return set
    case .not(let part):
      var set = snapshot.alive()
      set.subtract(try documents(part))
      return set
    }
  }

  /// Documents that match at least one pattern.
  func matching(_ patterns: [Pattern]) throws -> NumberSet {
    var set = NumberSet(limit: snapshot.documentLimit)
    for segment in snapshot.segments {
      for pattern in patterns {
        for var cursor in try lists.cursors(pattern, .document, segment) {
          cursor.forEach { set.insert($0) }
        }
      }
    }
    return set
  }

  private func all(_ parts: [DocumentCondition]) throws -> NumberSet {
    // Words are intersected list by list before anything larger is unfolded.
    let words = parts.compactMap { part -> Pattern? in
      guard case .matches(let patterns) = part, patterns.count == 1 else { return nil }
      return patterns[0]
    }
    let isWord = { (part: DocumentCondition) -> Bool in
      if case .matches(let patterns) = part { patterns.count == 1 } else { false }
    }
    var set = words.isEmpty ? snapshot.alive() : try intersection(words)
    for part in parts where !isWord(part) {
      if set.isEmpty { return set }
      if case .not(let inner) = part {
        set.subtract(try documents(inner))
      } else {
        set.formIntersection(try documents(part))
      }
    }
    return set
  }

  private func intersection(_ patterns: [Pattern]) throws -> NumberSet {
    var set = NumberSet(limit: snapshot.documentLimit)
    segments: for segment in snapshot.segments {
      var cursors: [PostingCursor] = []
      for pattern in patterns {
        let lists = try lists.cursors(pattern, .document, segment)
        if lists.count == 1 {
          cursors += lists
        } else if lists.isEmpty {
          continue segments
        } else {
          // A prefix has many lists: their union is made first.
          var union = NumberSet(limit: snapshot.documentLimit)
          for var list in lists { list.forEach { union.insert($0) } }
          let postings = union.numbers.map { Posting(number: $0, impact: 1) }
          if let cursor = PostingCursor(rows: PostingRows(postings)) { cursors.append(cursor) }
        }
      }
      var conjunction = Conjunction(cursors)
      var next = segment.documents.lowerBound
      while let number = conjunction.next(next) {
        set.insert(number)
        next = number + 1
      }
    }
    return set
  }
}
