import Foundation

/// Finds sentences; shared by all requests.
///
/// It keeps its analyzer, because opening one takes longer than finding a sentence.
///
/// Unchecked `Sendable`: the analyzer is only used under the lock.
package final class SentenceFinder: @unchecked Sendable {
  /// The shared instance.
  package static let shared = SentenceFinder()

  private let lock = NSLock()
  // The default language is always available.
  private lazy var analyzer = try? Analyzer()

  /// The sentences of a text, in UTF-8 bytes; empty if the analyzer is not available.
  package func sentences(in text: String) -> [Range<Int>] {
    var text = text
    return lock.withLock {
      text.withUTF8 { analyzer?.sentences(in: $0) ?? [] }
    }
  }
}
