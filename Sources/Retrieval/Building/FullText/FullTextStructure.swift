import GRDB

/// The structure record of the FTS5 table, which lists its segments.
package struct FullTextStructure {
  /// A segment: its number, and its first and last page.
  package struct Segment {
    package var number: Int
    package var firstPage: Int
    package var lastPage: Int
  }

  /// A level: segments from the oldest to the newest; the first ones may be being merged.
  package struct Level {
    package var merging: Int
    package var segments: [Segment]
  }

  /// The greatest number that FTS5 gives a segment.
  private static let greatestNumber = 2000

  /// A number that FTS5 changes with the settings of the table.
  private let cookie: [UInt8]
  /// The number of pages ever written to the lowest level.
  private var written: UInt64
  package private(set) var levels: [Level]

  /// Reads the record.
  package init(_ database: Database) throws {
    let record = try FullTextRecord.structure.read(database)
    guard record.count >= 5 else { throw DatabaseError.damaged("FTS5 has no structure record") }
    cookie = Array(record.prefix(4))
    let numbers = record.withUnsafeBytes {
      SQLiteVarint.all(UnsafeRawBufferPointer(rebasing: $0[4...]))
    }.map { Int(clamping: $0) }
    var next = numbers.makeIterator()
    let count = next.next() ?? 0
    _ = next.next()
    written = UInt64(next.next() ?? 0)
    levels = []
    for _ in 0..<min(count, numbers.count) {
      let merging = next.next() ?? 0
      let segments = next.next() ?? 0
      levels.append(Level(merging: merging, segments: []))
      for _ in 0..<min(segments, numbers.count) {
        guard let number = next.next(), let first = next.next(), let last = next.next() else {
          throw DatabaseError.damaged("the structure record of FTS5 is too short")
        }
        levels[levels.count - 1].segments.append(
          Segment(number: number, firstPage: first, lastPage: last))
      }
    }
  }

  private var segments: [Segment] { levels.flatMap(\.segments) }

  /// The smallest number that no segment has.
  package var unusedNumber: Int {
    let used = Set(segments.map(\.number))
    return (1...Self.greatestNumber).first { !used.contains($0) } ?? Self.greatestNumber + 1
  }

  /// Adds a segment to the lowest level, as the newest.
  package mutating func add(segment number: Int, pages: Int) {
    if levels.isEmpty { levels.append(Level(merging: 0, segments: [])) }
    levels[0].segments.append(Segment(number: number, firstPage: 1, lastPage: pages))
    written &+= UInt64(pages)
  }

  /// Writes the record.
  package func write(_ database: Database) throws {
    var record = cookie
    record.append(varint: UInt64(levels.count))
    record.append(varint: UInt64(segments.count))
    record.append(varint: written)
    for level in levels {
      record.append(varint: UInt64(level.merging))
      record.append(varint: UInt64(level.segments.count))
      for segment in level.segments {
        for number in [segment.number, segment.firstPage, segment.lastPage] {
          record.append(varint: UInt64(number))
        }
      }
    }
    try FullTextRecord.structure.write(database, record)
    try Self.forget(database)
  }

  /// Makes FTS5 read the record again.
  ///
  /// A connection keeps the record when it has read a setting or searched the table, and notices
  /// only changes by other connections. It forgets the record when it undoes a change.
  private static func forget(_ database: Database) throws {
    let table = FullTextSchema.table
    try database.execute(
      sql: """
        SAVEPOINT full_text;
        INSERT INTO \(table) (\(table), rank) VALUES ('usermerge', \(FullTextSchema.mostSegments));
        ROLLBACK TO full_text;
        RELEASE full_text;
        """)
  }
}
