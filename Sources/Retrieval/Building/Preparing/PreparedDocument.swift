import Literature

/// A document ready to be written: divided, analysed, appraised and compressed.
///
/// Words are numbers of the preparer that made it; ``PreparedBatch`` has their spelling.
struct PreparedDocument: Sendable {
  /// The record, with its facets; its text has been moved into `blocks`.
  var document: Document
  /// The stored text in compressed blocks, each with its byte offset.
  var blocks: [PackedBlock] = []
  var passages: [PreparedPassage] = []
  /// Every token of every passage: see ``PreparedToken``.
  var tokens: [PreparedToken] = []
  /// Words of the title, not counting joined forms.
  var titleWords = 0
  /// Words of the authors.
  var authorWords = 0
  /// Words of the keywords, the journal, its abbreviation, the publisher and the year.
  var recordWords: [FullTextColumn: Int] = [:]
  /// The keys of its subject headings and keywords; see ``HeadingKey``.
  var headings: [String] = []
  /// Abbreviations that the text defines.
  var abbreviations: [AbbreviationDefinition] = []
  /// Identifies the content of the record, to distinguish changed and unchanged records.
  var fingerprint: [UInt8] = []
  /// Digests of its work keys, which other records of the same work share.
  var keys: [Int64] = []
  /// The number of records it consists of.
  var records = 1
}
