/// The requests of a query to the program that reads shards.
///
/// The program answers one request after another. Requests that are expected are sent behind the
/// next one, so that it works on them while peerlit works on the answer. Answers are kept until the
/// query ends, because queries often repeat requests, and lists and counts until the shards change.
final class ClusterRequests {
  private let process: ClusterProcess
  private var answers: [[UInt8]: [UInt8]] = [:]
  private var kept = AnswerCache()
  /// When the last answer arrived.
  private var answered = ContinuousClock.now
  /// Requests to send behind the next one.
  private var expected: [ClusterMessage] = []
  /// Requests without an answer, in the order in which they were sent.
  private var sent: [Sent] = []

  private struct Sent {
    var request: [UInt8]
    /// Whether its query has ended.
    var isForgotten = false
  }

  /// The most bytes of expected requests: more might fill the socket while the program writes to
  /// it.
  private static let mostExpected = 16_384

  /// Kept answers are not used if the last answer is older.
  private static let patience = Duration.seconds(2)

  /// A number that changes whenever the shards may have changed.
  var state: UInt32 { kept.state }

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
  }

  /// The kept answer to a request; `nil` if there is none, or if the shards may have changed since:
  /// the program notices that only when it is asked.
  private func keptAnswer(to request: [UInt8]) -> [UInt8]? {
    .now - answered < Self.patience ? kept[request] : nil
  }

  /// Announces a request.
  func expect(_ message: ClusterMessage) {
    if keptAnswer(to: message.bytes) != nil { return }
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
    if let known = answers[request] ?? keptAnswer(to: request) { return known }
    if !sent.contains(where: { $0.request == request && !$0.isForgotten }) {
      try send(message)
      expected.removeAll { $0.bytes == request }
    }
    let further = expected
    expected = []
    for message in further { try send(message) }
    while !sent.isEmpty {
      let answer = try process.receive(until: end)
      answered = .now
      let first = sent.removeFirst()
      kept.note(answer, to: first.request)
      if first.isForgotten { continue }
      if first.request == request {
        answers[request] = answer
        return answer
      }
      answers[first.request] = answer
    }
    throw .cluster(detail: "an answer is missing")
  }

  private func send(_ message: ClusterMessage) throws(IndexError) {
    try process.send(message)
    sent.append(Sent(request: message.bytes))
  }
}
