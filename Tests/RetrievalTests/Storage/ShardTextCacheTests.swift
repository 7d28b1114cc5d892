import Query
import Retrieval
import Testing

/// The data of shards that is kept between queries.
struct ShardTextCacheTests {
  private func data(_ numbers: [UInt32]) -> [UInt32: [UInt8]] {
    var data: [UInt32: [UInt8]] = [:]
    for number in numbers {
      data[number] = ShardTerms.bytes(number, [(term: number + 1, impact: 7)], rest: [])
    }
    return data
  }

  @Test func `texts are known by unit`() {
    var known = ShardTextCache()
    known.add(data([3]), .document)
    #expect(known.terms(of: 3, .document)?.impact(of: 4) == 7)
    #expect(known.terms(of: 3, .passage) == nil)
    #expect(known.terms(of: 4, .document) == nil)
  }

  @Test func `a text that is read again is counted once`() throws {
    var known = ShardTextCache()
    known.add(data([3, 4]), .document)
    let size = known.size(.document)
    #expect(size > 0 && known.size(.passage) == 0)
    known.add(data([4, 3]), .document)
    #expect(known.size(.document) == size)
    var later = data([3, 4])
    later[3] = ShardTerms.bytes(3, [], rest: Array("longer than it was".utf8))
    known.add(later, .document)
    var fresh = ShardTextCache()
    fresh.add(later, .document)
    #expect(known.size(.document) == fresh.size(.document) && fresh.size(.document) > size)
  }

  @Test func `texts are forgotten when the shards change`() {
    var known = ShardTextCache()
    known.follow(1)
    known.add(data([3]), .document)
    known.note(shard: 2, of: 3)
    known.follow(1)
    #expect(known.terms(of: 3, .document) != nil && known.shard(of: 3) == 2)
    known.follow(2)
    #expect(known.terms(of: 3, .document) == nil && known.shard(of: 3) == nil)
  }

  @Test func `texts that were added after making room are all known`() {
    var known = ShardTextCache()
    let step = UInt32(ShardTextCache.limit / 3)
    for turn in 0..<7 {
      let numbers = Array(UInt32(turn) * step..<UInt32(turn + 1) * step)
      known.makeRoom(for: numbers.count, .passage)
      known.add(data(numbers), .passage)
      #expect(numbers.allSatisfy { known.terms(of: $0, .passage) != nil })
    }
    let kept = (0..<7 * step).filter { known.terms(of: $0, .passage) != nil }.count
    #expect(kept <= ShardTextCache.limit && kept < 7 * Int(step))
  }

  /// An answer as the program that reads shards sends it.
  private func answer(state: UInt8, missing: [UInt8] = [], size: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = [0, state, 0, 0, 0, UInt8(missing.count), 0, 0, 0]
    for shard in missing { bytes += [shard, 0, 0, 0] }
    return bytes + [UInt8](repeating: 1, count: size)
  }

  @Test func `lists and counts are kept until the shards change`() {
    var kept = AnswerCache()
    let (list, count, top) = (Array("L1".utf8), Array("C1".utf8), Array("T1".utf8))
    for request in [list, count, top] { kept.note(answer(state: 1), to: request) }
    #expect(kept.state == 1)
    #expect(kept[list] == answer(state: 1) && kept[count] == answer(state: 1))
    #expect(kept[top] == nil)
    kept.note(answer(state: 2), to: top)
    #expect(kept.state == 2 && kept[list] == nil && kept[count] == nil)
  }

  @Test func `an answer that lacks a shard, is an error or is damaged is not kept`() {
    var kept = AnswerCache()
    let list = Array("L1".utf8)
    let answers: [[UInt8]] = [answer(state: 1, missing: [2]), [1, 0, 0, 0, 0], [0, 1], []]
    for bytes in answers {
      kept.note(bytes, to: list)
      #expect(kept[list] == nil)
    }
  }

  @Test func `few bytes are kept`() {
    var kept = AnswerCache()
    kept.note(answer(state: 1, size: AnswerCache.largest), to: Array("L".utf8))
    #expect(kept[Array("L".utf8)] == nil)
    for number in 0..<UInt8(20) {
      kept.note(
        answer(state: 1, size: AnswerCache.limit / 10), to: Array("L".utf8) + [number])
    }
    let sizes = (0..<UInt8(20)).compactMap { kept[Array("L".utf8) + [$0]]?.count }
    #expect(!sizes.isEmpty && sizes.reduce(0, +) <= AnswerCache.limit)
  }
}
