import Glibc
import Ranking

/// Inverts passages in memory: for every term, the passages and positions where it occurs.
///
/// On the hot path: the postings of all terms are in one buffer, in linked slices that double in
/// size up to 4 KB (as in the in-memory inversion of Moffat and Zobel, and of Lucene). They are
/// written through an unsafe pointer, because every token of every text is handled here. All
/// offsets are computed by this type.
///
/// A token takes one variable-byte integer, `difference of positions · 2 + 1`, if the previous
/// token is in the same passage; otherwise two, `difference of passages · 2` and the position. The
/// number of words before it in its field follows, if the position does not imply it.
struct PostingArena: ~Copyable {
  fileprivate struct List {
    var head: UInt32
    var write: UInt32
    var end: UInt32
    var passage: UInt32
    var count: UInt32
    var position: UInt16
    var level: UInt16
  }

  private var lists: [List] = []
  private var slices = Slices()

  /// The size of the postings in bytes.
  var size: Int { slices.used + lists.count * MemoryLayout<List>.stride }

  /// The number of passages that contain a term.
  func count(term: Int) -> Int { Int(lists[term].count) }

  /// Adds a term and returns its number.
  mutating func addTerm() -> Int {
    lists.append(slices.makeList())
    return lists.count - 1
  }

  /// Adds a token.
  ///
  /// Passages, and the positions of a term in a passage, must be passed in non-decreasing order.
  @inline(__always)
  mutating func add(term: Int, passage: UInt32, _ token: PreparedToken) {
    slices.add(token, passage: passage, to: &lists[term])
  }

  /// Whether a position does not imply the number of words before it in its field: in fields whose
  /// values are separated by gaps, and at the last position, which all further words share.
  ///
  /// Every field of ``FieldSpace`` begins at a multiple of 4,096; those from the authors to the
  /// year have values.
  @inline(__always)
  fileprivate static func hasOffset(_ position: UInt16) -> Bool {
    position & 0x0FFF == 0x0FFF || (position >= 0x3000 && position < 0x8000)
  }

  /// Calls `body` with the postings of all terms, which several threads may read meanwhile.
  borrowing func withTerms<Result>(_ body: (Terms) throws -> Result) rethrows -> Result {
    try body(Terms(buffer: slices.buffer, lists: lists))
  }

  /// The postings of all terms, to be read; valid only inside ``PostingArena/withTerms(_:)``.
  ///
  /// Unchecked `Sendable`: nothing changes while the arena is borrowed.
  struct Terms: @unchecked Sendable {
    fileprivate let buffer: UnsafeMutablePointer<UInt8>
    fileprivate let lists: [List]

    /// The number of passages that contain a term.
    func count(term: Int) -> Int { Int(lists[term].count) }

    /// Fills `postings` with the postings of a term; `base` is added to every passage number.
    func read(_ term: Int, base: UInt32, into postings: inout RawPostings) {
      postings.removeAll()
      // The positions in the current passage.
      var positions: [UInt16] = []
      forEach(term) { passage in
        postings.append(base + passage, positions: positions)
        positions.removeAll(keepingCapacity: true)
      } token: { position, _ in
        positions.append(position)
      }
    }

    /// Passes the tokens of a term.
    ///
    /// - Parameters:
    ///   - endPassage: called after the last token of each passage, with its number.
    ///   - token: called with the position of each token, and the number of words before it in its
    ///     field.
    @inline(__always)
    func forEach(
      _ term: Int, endPassage: (UInt32) -> Void, token: (UInt16, UInt32) -> Void
    ) {
      let list = lists[term]
      var reader = Reader(buffer: buffer, list: list)
      var passage: UInt32 = 0
      var position: UInt16 = 0
      var isFirst = true
      while reader.offset != Int(list.write) {
        let value = reader.next()
        if value & 1 == 1 {
          position &+= UInt16(truncatingIfNeeded: value >> 1)
        } else {
          if !isFirst { endPassage(passage) }
          isFirst = false
          passage &+= value >> 1
          position = UInt16(truncatingIfNeeded: reader.next())
        }
        token(
          position,
          PostingArena.hasOffset(position) ? reader.next() : UInt32(position & 0x0FFF))
      }
      if !isFirst { endPassage(passage) }
    }
  }

  /// The slices of all lists in one buffer.
  private struct Slices: ~Copyable {
    private(set) var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var used = 0

    static let linkSize = 4
    static func size(_ level: UInt16) -> Int { min(16 << Int(level), 4096) }

    init() {
      capacity = 1 << 20
      guard let start = malloc(capacity) else { fatalError("out of memory") }
      buffer = start.assumingMemoryBound(to: UInt8.self)
    }

    deinit {
      free(buffer)
    }

    mutating func makeList() -> List {
      let start = allocate(Self.size(0))
      let end = start + Self.size(0) - Self.linkSize
      return List(
        head: UInt32(start), write: UInt32(start), end: UInt32(end), passage: .max, count: 0,
        position: 0, level: 0)
    }

    @inline(__always)
    mutating func add(_ token: PreparedToken, passage: UInt32, to list: inout List) {
      let position = token.position
      if list.passage == passage {
        write(UInt32(position &- list.position) << 1 | 1, to: &list)
      } else {
        // The first passage of a list is written as an absolute number.
        write((list.passage == .max ? passage : passage &- list.passage) << 1, to: &list)
        write(UInt32(position), to: &list)
        list.passage = passage
        list.count &+= 1
      }
      list.position = position
      if PostingArena.hasOffset(position) { write(token.offset, to: &list) }
    }

    @inline(__always)
    private mutating func write(_ value: UInt32, to list: inout List) {
      VariableByte.write(value) { put($0, to: &list) }
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8, to list: inout List) {
      if list.write == list.end { grow(&list) }
      buffer[Int(list.write)] = byte
      list.write &+= 1
    }

    @inline(never)
    private mutating func grow(_ list: inout List) {
      list.level = min(list.level + 1, 8)
      let size = Self.size(list.level)
      let start = allocate(size)
      UnsafeMutableRawPointer(buffer + Int(list.end)).storeBytes(of: UInt32(start), as: UInt32.self)
      list.write = UInt32(start)
      list.end = UInt32(start + size - Self.linkSize)
    }

    private mutating func allocate(_ size: Int) -> Int {
      if used + size > capacity {
        capacity = max(capacity * 3 / 2, used + size)
        // The system moves the pages of a large buffer instead of copying them.
        guard let moved = realloc(buffer, capacity) else { fatalError("out of memory") }
        buffer = moved.assumingMemoryBound(to: UInt8.self)
      }
      defer { used += size }
      return used
    }
  }

  private struct Reader {
    let buffer: UnsafeMutablePointer<UInt8>
    let stop: Int
    var offset: Int
    var end: Int
    var level: UInt16 = 0

    init(buffer: UnsafeMutablePointer<UInt8>, list: List) {
      self.buffer = buffer
      stop = Int(list.write)
      offset = Int(list.head)
      end = offset + Slices.size(0) - Slices.linkSize
    }

    mutating func next() -> UInt32 {
      // The arena wrote the complete value.
      VariableByte.read { byte() } ?? 0
    }

    @inline(__always)
    private mutating func byte() -> UInt8 {
      if offset == end, offset != stop {
        level = min(level + 1, 8)
        offset = Int(
          UnsafeRawPointer(buffer + end).loadUnaligned(as: UInt32.self))
        end = offset + Slices.size(level) - Slices.linkSize
      }
      defer { offset += 1 }
      return buffer[offset]
    }
  }
}
