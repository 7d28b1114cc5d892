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
  /// Title and authors in the analysed form for FTS5.
  var titleColumn: [UInt8] = []
  var authorsColumn: [UInt8] = []
  /// Keywords, journal, publisher and year in the same form.
  var recordColumns: [FullTextColumn: [UInt8]] = [:]
  /// Abbreviations that the text defines.
  var abbreviations: [AbbreviationDefinition] = []
  /// Identifies the content of the record, to distinguish changed and unchanged records.
  var fingerprint: [UInt8] = []
  /// Digests of its duplicate keys, which other records of the same work share.
  var keys: [Int64] = []
  /// The number of records it consists of.
  var records = 1
}

/// A passage and the range of its tokens.
struct PreparedPassage: Sendable {
  /// Index of the section in the document.
  var section: Int
  /// Index of the block that contains its text.
  var block: Int
  var bytes: Range<Int>
  var scalars: Range<Int>
  /// Words of the body and of the heading, not counting joined forms.
  var bodyWords = 0
  var headingWords = 0
  var opensSection: Bool
  /// Whether it is part of the abstract.
  var isAbstract = false
  /// Whether it is part of the back matter: references, funding, disclosures.
  var isBackMatter = false
  var page: Int?
  /// Its tokens in ``PreparedDocument/tokens``.
  var tokens: Range<Int> = 0..<0
  /// Heading and body in the analysed form for FTS5.
  var headingColumn: [UInt8] = []
  var bodyColumn: [UInt8] = []
}

/// A token: a word's number and its position in the passage's ``FieldSpace``.
struct PreparedToken: Sendable {
  var word: UInt32
  var position: UInt16
}

/// An abbreviation and its long form.
struct AbbreviationDefinition: Sendable, Hashable {
  /// The words of the short form, folded, joined by spaces.
  var short: String
  /// The terms of the short form, joined by spaces.
  var term: String
  /// The terms of the long form, joined by spaces.
  var long: String
  /// The long form as written.
  var shown: String
}
