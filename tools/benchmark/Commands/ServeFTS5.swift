import Answers
import ArgumentParser
import Foundation
import GRDB
import Retrieval
import Service

/// Serves plain FTS5 over the HTTP server of peerlit, so that the two differ only in the search.
struct ServeFTS5: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve-fts5", abstract: "Serve the FTS5 peer over the HTTP server of peerlit.")

  @Argument(help: "Index file of peerlit, which is not searched.")
  var index: String

  @Argument(help: "File of the FTS5 peer.")
  var peer: String

  @Option(help: "Port to listen on.")
  var port: Int

  func run() async throws {
    var settings = Configuration()
    settings.maximumReaderCount = ProcessInfo.processInfo.activeProcessorCount
    settings.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = 4000000000") }
    let pool = try DatabasePool(path: peer, configuration: settings)
    let route = Route(
      "GET", "/search", "The ten best passages.", parameters: [.query],
      answer: .json(schema: "search")
    ) { call, _ in .json(try Self.hits(pool, call.values.text(.query) ?? "")) }
    var configuration = ServiceConfiguration()
    configuration.address = .port(host: "127.0.0.1", port)
    configuration.limits.query = .seconds(60)
    let context = ServiceContext(index: try LiveIndex(path: index), version: "0")
    let server = try Server(Responder(context, table: RouteTable([route])), configuration)
    try await server.run { print("Listening on \($0)") }
  }

  /// A passage in a response.
  private struct Hit: Encodable, FetchableRecord, Decodable {
    var number: Int
    var title: String
    var heading: String
    var body: String
  }

  /// The ten best passages that contain a word of the query.
  private static func hits(_ pool: DatabasePool, _ text: String) throws -> [UInt8] {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { "\"\($0)\"" }
    let hits = try pool.read { database in
      try Hit.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT rowid AS number, title, heading, body FROM passage WHERE passage MATCH ?
            ORDER BY rank LIMIT 10
            """),
        arguments: [words.joined(separator: " OR ")])
    }
    return [UInt8](try JSONEncoder().encode(hits))
  }
}
