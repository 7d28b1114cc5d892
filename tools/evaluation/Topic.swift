import Foundation

/// A question of a test collection.
package struct Topic: Sendable, Equatable, Decodable {
  /// The query id, as judgements and runs name it.
  package var id: String
  /// What is typed.
  package var text: String

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case text
  }

  /// Makes a topic.
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
