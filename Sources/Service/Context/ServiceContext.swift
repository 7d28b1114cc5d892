import Answers
import Literature
import Retrieval

/// The data that handlers of routes and tools use.
public struct ServiceContext: Sendable {
  /// The index that requests read.
  public let index: LiveIndex
  /// The program's version.
  public let version: String
  /// Counts of requests.
  public let metrics: ServiceMetrics
  /// The browsers that have logged in; `nil` if the server has no token.
  public let logins: Logins?
  /// Whether pages link to the files that documents were read from.
  ///
  /// Only on a server that just this machine can reach.
  public private(set) var offersFiles: Bool
  /// Whether documents may be corrected over HTTP: whether only this machine can reach the server.
  public private(set) var acceptsCorrections: Bool
  /// Whether answers name files without their folders: whether other machines can reach the server.
  public private(set) var hidesFolders: Bool
  private let stats = StatsCache()
  /// The OpenAPI description of the service.
  let description = CachedText()
  /// A random text that distinguishes this run of the server from others.
  let run: String

  /// Makes a context.
  public init(
    index: LiveIndex, version: String, metrics: ServiceMetrics = ServiceMetrics(),
    logins: Logins? = nil, offersFiles: Bool = false, acceptsCorrections: Bool = false,
    hidesFolders: Bool = false
  ) {
    self.logins = logins
    self.offersFiles = offersFiles
    self.index = index
    self.version = version
    self.metrics = metrics
    self.acceptsCorrections = acceptsCorrections
    self.hidesFolders = hidesFolders
    run = String(UInt64.random(in: .min ... .max), radix: 36)
  }

  /// The context of a request: a client behind a proxy may be on another machine, so it gets no
  /// files, learns nothing about folders and can correct nothing.
  func of(_ request: ServiceRequest) -> ServiceContext {
    guard request.isForwarded else { return self }
    var context = self
    context.offersFiles = false
    context.acceptsCorrections = false
    context.hidesFolders = true
    return context
  }

  /// A document as an answer shows it.
  func shown(_ document: Document) -> Document {
    guard hidesFolders else { return document }
    var document = document
    document.source.path = document.source.fileName
    for place in document.otherSources.indices {
      document.otherSources[place].path = document.otherSources[place].fileName
    }
    return document
  }

  /// The entity tag of the response from an index at an address.
  ///
  /// It is weak, because responses contain the time they took. Each address has its own tag, so a
  /// client that sends it already has this response.
  ///
  /// - Parameter target: path and query string as received.
  package func entityTag(of edition: LiveIndex.Edition, at target: String = "") throws -> String {
    entityTag(at: target, [String(edition.number), String(try edition.index.generation())])
  }

  /// The entity tag of a response at an address that does not depend on the index.
  ///
  /// - Parameter versions: what else it depends on.
  func entityTag(at target: String, _ versions: [String] = []) -> String {
    // The hash differs in each run of the program, as the tag does anyway.
    let address = String(UInt(bitPattern: target.hashValue), radix: 36)
    return "W/\"\(([run] + versions + [address]).joined(separator: "-"))\""
  }

  /// The statistics of an index, counted once for each commit.
  func stats(_ edition: LiveIndex.Edition) throws -> IndexStats {
    try stats.of(edition)
  }
}
