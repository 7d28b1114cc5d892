import Analysis
import Synchronization

/// Finds the sentences of texts for all requests.
///
/// It keeps its analyzer, since opening one takes longer than finding a sentence.
package final class SentenceFinder: Sendable {
  /// The one of this program.
  package static let shared = SentenceFinder()

  private let analyzer = Mutex<Analyzer?>(nil)

  /// The sentences of a text, in UTF-8 bytes; none without an analyzer.
  func sentences(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      analyzer.withLock { analyzer in
        // The default language is always there.
        let open = analyzer ?? (try? Analyzer())
        analyzer = open
        return open?.sentences(in: bytes) ?? []
      }
    }
  }
}
