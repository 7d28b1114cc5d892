import Foundation
import GRDB
import Retrieval

/// Texts that are divided into passages, put together again from the positions of their words.
extension PlainPostings {
  /// A position in a text.
  struct Place {
    var passage: UInt32
    /// The number of the range of positions of its field.
    var field: Int
    /// Counted from the first word of the first passage.
    var offset: Int
  }

  /// The numbers of the body and of back matter.
  static let textFields: Set<Int> = [0, 8]

  /// The passages of abstracts.
  static func abstracts(_ database: Database) throws -> Set<UInt32> {
    var abstracts: Set<UInt32> = []
    for row in try Row.fetchAll(
      database, sql: "SELECT block, data FROM document_columns WHERE name = 'abstract'")
    {
      let block: UInt32 = row["block"]
      for member in DocumentColumn.members([UInt8](row["data"] as Data)) {
        abstracts.insert(block * 65_536 + UInt32(member))
      }
    }
    return abstracts
  }

  /// The passages that continue the text of the one before: of the same section, or both of an
  /// abstract; with the number of positions from its first word to theirs.
  static func steps(
    _ database: Database, _ positions: [String: [UInt32: [Int]]], _ abstracts: Set<UInt32>
  ) throws -> [UInt32: Int] {
    var bodies: [UInt32: Int] = [:]
    var headings: [UInt32: Int] = [:]
    for (passage, places) in positions.values.joined() {
      for place in places {
        let words = place % 4096 + 1
        if textFields.contains(place / 4096) {
          bodies[passage] = max(bodies[passage] ?? 0, words)
        } else if place / 4096 == 2 {
          headings[passage] = max(headings[passage] ?? 0, words)
        }
      }
    }
    var steps: [UInt32: Int] = [:]
    let rows = try Row.fetchAll(
      database, sql: "SELECT number, document, section FROM passages ORDER BY number")
    for (previous, row) in zip(rows, rows.dropFirst()) {
      let (before, number): (UInt32, UInt32) = (previous["number"], row["number"])
      let (document, other): (Int, Int) = (previous["document"], row["document"])
      if document != other { continue }
      let (section, next): (Int, Int) = (previous["section"], row["section"])
      let words = bodies[before] ?? 0
      if section == next {
        steps[number] = words
      } else if abstracts.contains(before), abstracts.contains(number) {
        steps[number] = words + (headings[number] ?? 0)
      }
    }
    return steps
  }

  /// A passage and those that continue its text, with the positions from its first word to theirs.
  func text(from passage: UInt32) -> [(passage: UInt32, start: Int)] {
    var parts: [(passage: UInt32, start: Int)] = [(passage, 0)]
    var (next, start) = (passage + 1, 0)
    while let step = steps[next] {
      start += step
      parts.append((next, start))
      next += 1
    }
    return parts
  }

  /// The places of a term in a passage, and in the text that continues it.
  func places(of term: String, from passage: UInt32) -> [Place] {
    guard let lists = positions[term] else { return [] }
    return text(from: passage).flatMap { part in
      (lists[part.passage] ?? []).compactMap { position in
        let field = position / 4096
        guard part.passage == passage || Self.textFields.contains(field) else { return nil }
        return Place(
          passage: part.passage, field: field, offset: part.start + position % 4096)
      }
    }
  }
}
