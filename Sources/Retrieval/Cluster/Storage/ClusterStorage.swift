import GRDB
import Query
import Ranking

/// The postings and records of a cluster's shards.
///
/// The program `peerlit-cluster` reads the shards. Each connection has its own, because handles on
/// shards can't be used by two threads at a time.
final class ClusterStorage: PostingStorage {
  private let configuration: ClusterConfiguration
  let requests: ClusterRequests
  private let deadline: QueryDeadline
  let tables: ClusterTables
  private let database: Database
  private var counts: ShardCounts
  private var servers: [String] = []
  private var missingShards = Set<Int>()
  var loaded = Set<UInt32>()
  var known = ShardTextCache()

  var narrowings: [Narrowing] = []

  /// The number of documents whose rows are kept between queries.
  private static let mostLoaded = 2000
  /// The version of the messages, which the program must know.
  private static let messageVersion: UInt32 = 2
  /// How long to wait for an answer if the query has no time limit.
  private static let patience = Duration.seconds(60)

  /// Connects to the shards.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` if the shards do not belong to the head.
  init(
    _ configuration: ClusterConfiguration, _ database: Database, deadline: QueryDeadline
  ) throws {
    self.configuration = configuration
    self.deadline = deadline
    self.database = database
    tables = try ClusterTables(database)
    counts = try ShardCounts(database)
    requests = ClusterRequests(
      try ClusterProcess(
        program: configuration.program,
        arguments: ["search", String(configuration.timeout)]
          + configuration.shards.map { $0.joined(separator: ",") }))
    servers = configuration.shards.map { $0.first ?? "" }
    guard let cluster = try ClusterIdentity(database) else {
      throw IndexError.cluster(
        detail: "\(configuration.head) is not the head of a cluster; make it with peerlit shard")
    }
    var message = ClusterMessage("B")
    message.append(try ShardIdentity(database, name: cluster.name).text)
    message.append(cluster.base)
    let otherVersion = IndexError.cluster(
      detail: "\(configuration.program) is a different version; install it with cluster/install")
    var answer: ClusterAnswer
    do {
      answer = try exchange(message, needsAll: false)
    } catch IndexError.cluster(detail: "Unknown request.") {
      throw otherVersion
    }
    guard try answer.word() == Self.messageVersion else { throw otherVersion }
    servers = try (0..<Int(try answer.word())).map { _ in try answer.text() }
  }

  var missing: [String] { missingShards.sorted().map { servers[$0] } }

  func follow(documentLimit: Int, passageLimit: Int) throws {
    requests.forgetAll()
    known = ShardTextCache()
    counts = try ShardCounts(database)
    // Shards may already have documents that the head does not know yet.
    var message = ClusterMessage("O")
    message.append(count: documentLimit)
    message.append(count: passageLimit)
    _ = try exchange(message, needsAll: false)
  }

  func beginQuery() throws {
    requests.forget()
    narrowings = []
    known.follow(requests.state)
    missingShards = []
    if loaded.count > Self.mostLoaded {
      try tables.removeAll()
      loaded = []
    }
  }

  /// Sends a request and returns the contents of the answer.
  ///
  /// - Parameter needsAll: whether a missing shard is an error, if the configuration says so.
  func exchange(_ message: ClusterMessage, needsAll: Bool = true) throws -> ClusterAnswer {
    try deadline.check()
    var answer = ClusterAnswer(
      try requests.answer(message, until: deadline.end ?? .now + Self.patience))
    for shard in try answer.preamble().missing where Int(shard) < servers.count {
      if missingShards.insert(Int(shard)).inserted {
        ShardFailures.count(configuration.shards[Int(shard)])
      }
    }
    if needsAll, configuration.whenMissing == .error, !missingShards.isEmpty {
      throw IndexError.shardsMissing(missing)
    }
    return answer
  }

  /// The state of every shard.
  func status() throws -> [ShardStatus] {
    requests.forget()
    var answer = try exchange(ClusterMessage("S"), needsAll: false)
    return try configuration.shards.map { servers in
      ShardStatus(
        servers: servers, server: try answer.text(), isReachable: try answer.byte() == 1,
        documents: Int(try answer.word()), latency: try answer.double(),
        failures: ShardFailures.number(servers))
    }
  }

  func list(_ expression: ShardExpression) throws -> [ShardMatch] {
    var (numbers, _, answer) = try matches(expression, areWeighted: true)
    let weights = try answer.words(numbers.count)
    return zip(numbers, weights).map { ShardMatch(number: $0, weight: $1) }
  }

  func numbers(_ expression: ShardExpression) throws -> [UInt32] {
    try matches(expression, areWeighted: false).numbers
  }

  func numbers(
    _ expression: ShardExpression, limit: Int
  ) throws -> (numbers: [UInt32], isComplete: Bool) {
    let found = try matches(expression, areWeighted: false, limit: limit)
    return (found.numbers, found.isComplete)
  }

  /// The numbers of matches, and the rest of the answer: their weights, if `areWeighted`.
  private func matches(
    _ expression: ShardExpression, areWeighted: Bool, limit: Int = .max
  ) throws -> (numbers: [UInt32], isComplete: Bool, rest: ClusterAnswer) {
    var message = ClusterMessage("L")
    message.append((areWeighted ? 1 : 0) as UInt8)
    expression.write(to: &message)
    message.append(count: limit)
    var answer = try exchange(message)
    let isComplete = try answer.byte() == 1
    return (try answer.words(Int(try answer.word())), isComplete, answer)
  }

  func count(_ expression: ShardExpression, limit: Int) throws -> Int {
    var answer = try exchange(Self.countRequest(expression, limit))
    return Int(try answer.word())
  }

  func expectCount(_ expression: ShardExpression, limit: Int) {
    requests.expect(Self.countRequest(expression, limit))
  }

  private static func countRequest(
    _ expression: ShardExpression, _ limit: Int
  ) -> ClusterMessage {
    var message = ClusterMessage("C")
    expression.write(to: &message)
    message.append(count: min(limit, Int(Int32.max)))
    return message
  }

  func top(
    _ groups: [[ShardMember]], filter: ShardExpression?, limit: Int, _ unit: SearchRequest.Unit
  ) throws -> [ShardCandidate] {
    var message = ClusterMessage("T")
    message.append(count: groups.count)
    for members in groups {
      message.append(count: members.count)
      for member in members {
        message.append(member.factor)
        member.expression.write(to: &message)
      }
    }
    message.append(filter == nil ? 0 : 1 as UInt8)
    filter?.write(to: &message)
    message.append(count: limit)
    var answer = try exchange(message)
    let found = try (0..<Int(try answer.word())).map { _ in
      (number: try answer.word(), score: try answer.double(), shard: try answer.word())
    }
    if unit == .document {
      for text in found { known.note(shard: text.shard, of: text.number) }
    }
    known.makeRoom(for: found.count, unit)
    let texts = found.filter { known.terms(of: $0.number, unit) == nil }
      .map { (term: ShardTerm.text($0.number, unit), shard: $0.shard) }
    known.add(try fetch(texts), unit)
    return found.map {
      ShardCandidate(
        number: $0.number, score: $0.score,
        terms: known.terms(of: $0.number, unit) ?? ShardTerms([]))
    }
  }

  func weights(
    of expressions: [(expression: ShardExpression, highest: Int)], filter: ShardExpression
  ) throws -> [(number: UInt32, weights: [UInt32])] {
    let order = Self.order(expressions)
    var answer = try exchange(Self.weightsRequest(expressions, filter))
    return try (0..<Int(try answer.word())).map { _ in
      let number = try answer.word()
      let sorted = try answer.words(order.count)
      var weights = [UInt32](repeating: 0, count: order.count)
      for (place, index) in order.enumerated() { weights[index] = sorted[place] }
      return (number: number, weights: weights)
    }
  }

  func expectWeights(
    of expressions: [(expression: ShardExpression, highest: Int)], filter: ShardExpression
  ) {
    requests.expect(Self.weightsRequest(expressions, filter))
  }

  private static func weightsRequest(
    _ expressions: [(expression: ShardExpression, highest: Int)], _ filter: ShardExpression
  ) -> ClusterMessage {
    // Several weights share one sum of the shards, each with as many bits as its highest needs.
    let order = order(expressions)
    var message = ClusterMessage("I")
    filter.write(to: &message)
    message.append(count: order.count)
    for index in order {
      let highest = expressions[index].highest
      message.append(UInt8(Int.bitWidth - highest.leadingZeroBitCount))
      expressions[index].expression.write(to: &message)
    }
    return message
  }

  private static func order(
    _ expressions: [(expression: ShardExpression, highest: Int)]
  ) -> [Int] {
    expressions.indices.sorted { expressions[$0].highest > expressions[$1].highest }
  }

  func count(term: Int, _ unit: SearchRequest.Unit) throws -> Int {
    try counts.count(term: term, unit)
  }
}
