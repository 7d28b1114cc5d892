import ArgumentParser
import Foundation
import Retrieval

/// Writes the passages of an index, so that the other engines index exactly the same text.
struct Passages: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the passages of an index as JSON Lines, for the peers.")

  @Argument(help: "Index file.")
  var index: String

  @Flag(help: "Write each document as one passage.")
  var whole = false

  struct Line: Codable {
    var document: String
    var year: Int?
    var title: String
    var heading: String
    var body: String
  }

  func run() throws {
    let output = BufferedOutput()
    var last: Line?
    try Index(path: index).forEachPassage { passage in
      if whole, var open = last, open.document == passage.document {
        open.body += "\n" + passage.heading + "\n" + passage.body
        last = open
        return
      }
      if let last { try output.write(last) }
      last = Line(
        document: passage.document, year: passage.year, title: passage.title,
        heading: passage.heading, body: passage.body)
    }
    if let last { try output.write(last) }
    output.flush()
  }
}
