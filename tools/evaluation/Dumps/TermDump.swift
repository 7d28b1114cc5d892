import Analysis
import Foundation
import Reading
import Retrieval

/// The terms of every record of files, as the index has them, for training embeddings
/// (`tools/meaning`).
enum TermDump {
  /// The terms of a record, in order and without stop words.
  private struct Record: Encodable {
    var id: String
    var title: [String] = []
    var text: [String] = []
    /// The last word with each term, if it differs: `remuneration` for `remuner`.
    var written: [String: String] = [:]
  }

  /// Calls `show` with a line of JSON for each record.
  static func forEach(_ paths: [String], _ show: (String) -> Void) throws {
    let analyzer = try Analyzer()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    Library(paths: paths).forEachDocument { document in
      var record = Record(id: document.id)
      record.title = terms(document.title, analyzer, &record.written)
      record.text = terms(document.text, analyzer, &record.written)
      guard let line = try? encoder.encode(record) else { return }
      show(String(decoding: line, as: UTF8.self))
    }
  }

  private static func terms(
    _ text: String, _ analyzer: Analyzer, _ written: inout [String: String]
  ) -> [String] {
    var terms: [String] = []
    for token in analyzer.tokens(in: text)
    where token.isWord && !StopWords.terms.contains(Acronyms.stem(of: token.term)) {
      // AIDS has an embedding of its own, but “aids” has that of “aid”.
      let term = Acronyms.contains(token.term) ? token.term : Acronyms.stem(of: token.term)
      terms.append(term)
      if token.folded != term { written[term] = token.folded }
    }
    return terms
  }
}
