/// The requests of a query to the program that reads shards.
///
/// The program answers one request after another. Requests that are expected are sent behind the next
/// one, so that it works on them while peerlit works on the answer. Answers are kept until the query
/// ends, because queries often repeat requests. Lists and counts are kept until the shards change:
/// many queries need the same ones, such as those of the phrases that an abbreviation stands for.
final class ClusterRequests {
  private let process: ClusterProcess
  private var answers: [[UInt8]: [UInt8]] = [:]
  private var kept: [[UInt8]: [UInt8]] = [:]
  private var keptBytes = 0
  /// A number that changes whenever the shards may have changed.
  private(set) var state: UInt32 = 0
  /// Requests to send behind the next one.
  private var expected: [ClusterMessage] = []
  /// Requests without an answer, in the order in which they were sent.
  private var sent: [Sent] = []

  private struct Sent {
    var request: [UInt8]
    /// Whether its query has ended.
    var isForgotten = false
  }

  /// The most bytes of expected requests: more might fill the socket while the program writes to it.
  private static let mostExpected = 16_384

  /// The most bytes of lists and counts that are kept.
  private static let mostKept = 8 << 20

  init(_ process: ClusterProcess) {
    self.process = process
  }

  /// Forgets the requests of earlier queries.
  func forget() {
    answers.removeAll(keepingCapacity: true)
    expected = []
    for index in sent.indices { sent[index].isForgotten = true }
  }

  /// Forgets everything.
  func forgetAll() {
    forget()
    kept.removeAll()
    keptBytes = 0
  }

  /// Announces a request.
  func expect(_ message: ClusterMessage) {
    if kept[message.bytes] != nil { return }
    let size = expected.reduce(message.bytes.count) { $0 + $1.bytes.count }
    if size <= Self.mostExpected { expected.append(message) }
  }

  /// The answer to a request.
  ///
  /// - Throws: ``IndexError/interrupted`` if it takes longer than until `end`.
  func answer(
    _ message: ClusterMessage, until end: ContinuousClock.Instant
  ) throws(IndexError) -> [UInt8] {
    let request = message.bytes
    if let known = answers[request] ?? kept[request] { return known }
    if !sent.contains(where: { $0.request == request && !$0.isForgotten }) {
      try send(message)
      expected.removeAll { $0.bytes == request }
    }
    let further = expected
    expected = []
    for message in further { try send(message) }
    while !sent.isEmpty {
      let answer = try process.receive(until: end)
      let first = sent.removeFirst()
      noteState(of: answer)
      if first.isForgotten { continue }
      keep(answer, to: first.request)
      if first.request == request {
        answers[request] = answer
        return answer
      }
      answers[first.request] = answer
    }
    throw .cluster(detail: "an answer is missing")
  }

  /// Forgets what was kept if the shards have changed since.
  private func noteState(of bytes: [UInt8]) {
    guard let found = ClusterAnswer.Head(bytes)?.state, found != state else { return }
    state = found
    kept.removeAll()
    keptBytes = 0
  }

  /// Keeps a list or a count, if all shards contributed to it.
  private func keep(_ answer: [UInt8], to request: [UInt8]) {
    guard let kind = request.first, Self.keptKinds.contains(kind), kept[request] == nil,
      ClusterAnswer.Head(answer)?.missing.isEmpty == true
    else { return }
    let size = answer.count + request.count
    if keptBytes + size > Self.mostKept {
      kept.removeAll()
      keptBytes = 0
    }
    if size > Self.mostKept / 8 { return }
    kept[request] = answer
    keptBytes += size
  }

  /// The kinds of requests whose answers are kept: lists and counts.
  private static let keptKinds = Array("LC".utf8)

  private func send(_ message: ClusterMessage) throws(IndexError) {
    try process.send(message)
    sent.append(Sent(request: message.bytes))
  }
}
