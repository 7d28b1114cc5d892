/// Answers about shards that are kept until the shards change: lists and counts.
///
/// Many queries need the same ones, such as those of the synonyms of a word. Answers that a shard
/// did not contribute to are not kept.
package struct AnswerCache {
  private var answers: [[UInt8]: [UInt8]] = [:]
  private var size = 0
  /// A number that changes whenever the shards may have changed.
  package private(set) var state: UInt32 = 0

  /// The most bytes that are kept.
  package static let limit = 8 << 20
  /// The largest answer that is kept, in bytes.
  package static let largest = limit / 8
  /// The kinds of requests whose answers are kept: lists and counts.
  private static let kinds = Array("LC".utf8)

  /// Creates an empty cache.
  package init() {}

  /// The answer to a request; `nil` if it is not kept.
  package subscript(request: [UInt8]) -> [UInt8]? { answers[request] }

  /// Keeps an answer if it may be needed again; forgets those from before a change of the shards.
  package mutating func note(_ answer: [UInt8], to request: [UInt8]) {
    guard let preamble = ClusterAnswer.Preamble(answer) else { return }
    if preamble.state != state {
      removeAll()
      state = preamble.state
    }
    guard let kind = request.first, Self.kinds.contains(kind), preamble.missing.isEmpty else {
      return
    }
    let more = answer.count + request.count
    if more > Self.largest || answers[request] != nil { return }
    if size + more > Self.limit { removeAll() }
    answers[request] = answer
    size += more
  }

  /// Forgets all answers.
  package mutating func removeAll() {
    answers.removeAll()
    size = 0
  }
}
