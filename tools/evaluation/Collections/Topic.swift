import Foundation

/// A query of a test collection.
package struct Topic: Sendable, Equatable, Decodable {
  /// The query id used in judgements and runs.
  package var id: String
  /// The query.
  package var text: String

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case text
  }

  /// Creates a topic.
  package init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  /// Reads JSON Lines of `{"_id","text"}`.
  package static func read(_ url: URL) throws(EvaluationError) -> [Topic] {
    let decoder = JSONDecoder()
    var topics: [Topic] = []
    for (number, line) in try textLines(of: url) {
      guard let topic = try? decoder.decode(Topic.self, from: Data(line.utf8)) else {
        throw .malformed(path: url.path, line: number, expected: #"{"_id": …, "text": …}"#)
      }
      topics.append(topic)
    }
    return topics
  }
}
