import CAnalysis

/// Splits text into tokens, with ICU word boundaries, folding and a Snowball stemmer.
///
///     let analyzer = try Analyzer()
///     analyzer.tokens(in: "Peer-led counselling").map(\.term)
///     // ["peer", "peerl", "led", "counsel"]
///
/// Indexing, querying and highlighting use the same analyzer, so they always agree. It caches every
/// distinct word and is not `Sendable`: use one per task.
public final class Analyzer {
  /// The Snowball language, a property of the index.
  public let language: String
  let handle: OpaquePointer

  /// Opens an analyzer.
  ///
  /// - Parameter language: a Snowball language name such as `english` or `german`.
  /// - Throws: ``AnalysisError/unknownLanguage(_:)``.
  public init(language: String = "english") throws(AnalysisError) {
    guard !language.utf8.contains(0), let handle = pl_analyzer_open(language) else {
      throw .unknownLanguage(language)
    }
    self.language = language
    self.handle = handle
  }

  deinit {
    pl_analyzer_close(handle)
  }

  /// The tokens of a text, with their words as strings: for queries and highlights.
  public func tokens(in text: String) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      withTokens(in: bytes) { tokens in
        tokens.map { Token(raw: $0, word: word($0.word)) }
      }
    }
  }

  /// The words of a text with their first terms, by which a query finds them; without forms that
  /// join several words.
  public func words(in text: String) -> [Token] {
    tokens(in: text).filter(\.isWord)
  }

  /// Calls `body` with the tokens of some UTF-8 bytes, without making strings.
  ///
  /// The hot path of indexing. The buffer is valid only inside `body`.
  public func withTokens<Result, Failure: Error>(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<pl_token>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var count = 0
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let tokens = pl_analyze(handle, start, bytes.count, &count)
    return try body(UnsafeBufferPointer(start: tokens, count: count))
  }

  /// The sentences of some UTF-8 bytes: half-open byte ranges in order, without surrounding white
  /// space.
  public func sentences(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var count = 0
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let ranges = pl_sentences(handle, start, bytes.count, &count)
    return UnsafeBufferPointer(start: ranges, count: count).map { Int($0.start)..<Int($0.end) }
  }

  /// The sentences of a text, without surrounding white space.
  public func sentences(in text: String) -> [Substring] {
    var text = text
    text.makeContiguousUTF8()
    let ranges = text.withUTF8 { sentences(in: $0) }
    return ranges.map { range in
      let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
      return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }
  }

  /// The identity of this analyzer, which determines its terms.
  public var identity: AnalyzerIdentity { AnalyzerIdentity(language: language) }

  /// The number of distinct words in the cache, which are numbered from 0 without gaps.
  public var wordCount: Int { Int(pl_word_count(handle)) }

  /// A word of the cache.
  public func word(_ number: UInt32) -> CachedWord {
    let raw = pl_word_at(handle, number)
    return CachedWord(
      folded: Self.string(raw.folded, raw.folded_length),
      term: Self.string(raw.term, raw.term_length))
  }

  /// Calls `body` with the bytes of a word's term, without making a string.
  public func withTerm<Result>(
    _ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let raw = pl_word_at(handle, number)
    return body(Self.bytes(raw.term, raw.term_length))
  }

  /// Calls `body` with the bytes of a word as written, folded, without making a string.
  public func withFolded<Result>(
    _ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let raw = pl_word_at(handle, number)
    return body(Self.bytes(raw.folded, raw.folded_length))
  }

  /// A folded word in a spelling that British and American English share: “pediatrics” for
  /// “paediatrics”; unchanged in other languages.
  public func spelling(of folded: String) -> String {
    guard language == "english", !folded.isEmpty else { return folded }
    var folded = folded
    return folded.withUTF8 { bytes in
      var spelled = [CChar](repeating: 0, count: bytes.count * 2)
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let length = pl_spelling(start, bytes.count, &spelled)
      return String(decoding: spelled.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Empties the cache, after which word numbers start at 0 again.
  public func reset() {
    pl_analyzer_reset(handle)
  }

  private static func bytes(
    _ start: UnsafePointer<CChar>?, _ length: UInt32
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: Int(length))
  }

  private static func string(_ start: UnsafePointer<CChar>?, _ length: UInt32) -> String {
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
    return String(decoding: bytes, as: UTF8.self)
  }
}
