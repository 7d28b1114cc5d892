import Analysis
import CAnalysis
import Literature
import Ranking
import Reading

/// Divides, analyses, appraises and compresses documents; not for concurrent use.
///
/// Several preparers work on different batches at once. Each has its own analyzer, and its results
/// use that analyzer's word numbers.
final class DocumentPreparer {
  private let analyzer: Analyzer
  private let compressor: TextCompressor
  private let appraise: (Document) -> Facets

  /// - Parameters:
  ///   - dictionary: the dictionary that text is compressed with.
  ///   - appraise: returns a document's facets.
  init(
    analyzer: Analyzer, dictionary: [UInt8]?, appraise: @escaping (Document) -> Facets
  ) {
    self.analyzer = analyzer
    self.appraise = appraise
    compressor = TextCompressor(dictionary: dictionary)
  }

  /// Prepares a document for writing.
  func prepare(_ document: Document) -> PreparedDocument {
    var prepared = PreparedDocument(document: document)
    prepared.document.facets = appraise(document)
    prepared.keys = document.workKeys(analyzer).map(\.digest)
    var title = document.title
    let titleTokens = title.withUTF8 { column($0, base: FieldSpace.title) }
    prepared.titleWords = titleTokens.words
    let authorTokens = column(
      document.authors, base: FieldSpace.authors, gap: FieldSpace.authorGap)
    prepared.authorWords = authorTokens.words
    let recordTokens = recordTokens(document, &prepared)
    prepared.headings = HeadingKey.keys(of: document.keywords, analyzer)
    let isAbstract = document.abstractSections
    var text = document.text
    text.withUTF8 { bytes in
      var scalars = ScalarCounter(bytes)
      for (index, section) in sections(of: document, bytes: bytes.count).enumerated() {
        var heading = section.heading
        let headingTokens = heading.withUTF8 { column($0, base: FieldSpace.heading) }
        let body = UnsafeBufferPointer(rebasing: bytes[section.bytes])
        cut(body, section, index, headingTokens, &scalars, &prepared)
      }
      for index in prepared.passages.indices {
        let start = prepared.tokens.count
        let body = prepared.passages[index].tokens
        // Positions increase in this order of the fields; back matter comes last.
        let isBackMatter = (bodyTokens[body].first?.position ?? 0) >= FieldSpace.backMatter
        if !isBackMatter { prepared.tokens.append(contentsOf: bodyTokens[body]) }
        prepared.tokens.append(contentsOf: titleTokens.tokens)
        prepared.tokens.append(contentsOf: headings[prepared.passages[index].section] ?? [])
        prepared.tokens.append(contentsOf: authorTokens.tokens)
        if index == 0 { prepared.tokens.append(contentsOf: recordTokens) }
        if isBackMatter { prepared.tokens.append(contentsOf: bodyTokens[body]) }
        let section = prepared.passages[index].section
        prepared.passages[index].isAbstract =
          isAbstract.indices.contains(section) && isAbstract[section]
        prepared.passages[index].tokens = start..<prepared.tokens.count
      }
      pack(bytes, &prepared)
      prepared.abbreviations = abbreviations(bytes)
    }
    bodyTokens.removeAll(keepingCapacity: true)
    headings.removeAll(keepingCapacity: true)
    prepared.document.text = ""
    return prepared
  }

  // Tokens of all bodies, and of each section's heading, in the current document.
  private var bodyTokens: [PreparedToken] = []
  private var headings: [Int: [PreparedToken]] = [:]

  // Caches whether a heading is back matter, because most headings occur in many documents.
  private var backMatter: [String: Bool] = [:]

  private func isBackMatter(_ section: Section) -> Bool {
    if section.kind == .references { return true }
    if let known = backMatter[section.heading] { return known }
    let isBackMatter = BackMatter.contains(heading: section.heading, kind: section.kind)
    if backMatter.count == Self.mostHeadings { backMatter.removeAll(keepingCapacity: true) }
    backMatter[section.heading] = isBackMatter
    return isBackMatter
  }

  /// Maximum number of cached headings.
  private static let mostHeadings = 4096

  /// The sections that are indexed; a document without sections has an empty one, so that its title
  /// can be found.
  private func sections(of document: Document, bytes: Int) -> [Section] {
    let sections = document.sections.filter { $0.bytes.upperBound <= bytes }
    return sections.isEmpty
      ? [Section(bytes: 0..<(document.sections.isEmpty ? bytes : 0))] : sections
  }

  private func cut(
    _ body: UnsafeBufferPointer<UInt8>, _ section: Section, _ index: Int,
    _ heading: AnalysedColumn, _ scalars: inout ScalarCounter, _ prepared: inout PreparedDocument
  ) {
    headings[index] = heading.tokens
    let isBackMatter = isBackMatter(section)
    let base = isBackMatter ? FieldSpace.backMatter : FieldSpace.body
    let sentences = analyzer.sentences(in: body)
    analyzer.withTokens(in: body) { tokens in
      var words: [Range<Int>] = []
      words.reserveCapacity(tokens.count)
      for token in tokens where token.kind == UInt32(PL_TOKEN_WORD) {
        words.append(Int(token.start)..<Int(token.end))
      }
      var ranges = PassageCutter.cut(sentences: sentences, words: words)
      if ranges.isEmpty {
        // Skip a section without words, unless the document would have no passage at all.
        guard prepared.passages.isEmpty, section.bytes.isEmpty || words.isEmpty else { return }
        ranges = [0..<min(body.count, PassageCutter.mostBytes)]
      }
      var next = 0
      for (order, cut) in ranges.enumerated() {
        let range = Self.wholeScalars(cut, of: body)
        let isLast = order + 1 == ranges.count
        let end = isLast ? Int.max : ranges[order + 1].lowerBound
        var column = AnalysedColumn()
        let first = bodyTokens.count
        let own = tokens[next...].prefix { Int($0.start) < end }
        column.reserve(tokens: own.count)
        for token in own { column.add(token, base: base) }
        next = own.endIndex
        bodyTokens.append(contentsOf: column.tokens)
        let bytes =
          section.bytes.lowerBound + range.lowerBound..<section.bytes.lowerBound + range.upperBound
        prepared.passages.append(
          PreparedPassage(
            section: index, block: 0, bytes: bytes, scalars: scalars.scalars(bytes),
            bodyWords: column.words, headingWords: heading.words, opensSection: order == 0,
            isBackMatter: isBackMatter, page: section.page, tokens: first..<bodyTokens.count))
      }
    }
  }

  /// A range shortened to end at a scalar boundary, since a cut at a number of bytes may not.
  private static func wholeScalars(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }

  private func column(_ bytes: UnsafeBufferPointer<UInt8>, base: UInt16) -> AnalysedColumn {
    analyzer.withTokens(in: bytes) { tokens in
      var column = AnalysedColumn()
      column.reserve(tokens: tokens.count)
      for token in tokens { column.add(token, base: base) }
      return column
    }
  }

  /// The tokens of the fields that occur only in the first passage.
  private func recordTokens(
    _ document: Document, _ prepared: inout PreparedDocument
  ) -> [PreparedToken] {
    let fields: [(column: FullTextColumn, values: [String], base: UInt16)] = [
      (.keywords, document.keywords, FieldSpace.keywords),
      (.journal, [document.venue].compactMap(\.self), FieldSpace.journal),
      (
        .abbreviation, [document.imprint.abbreviation].compactMap(\.self), FieldSpace.abbreviation
      ),
      (.publisher, [document.imprint.publisher].compactMap(\.self), FieldSpace.publisher),
      (.year, document.year.map { [String($0)] } ?? [], FieldSpace.year),
    ]
    return fields.flatMap { field -> [PreparedToken] in
      guard !field.values.isEmpty else { return [] }
      let analysed = column(field.values, base: field.base)
      prepared.recordWords[field.column] = analysed.words
      return analysed.tokens
    }
  }

  private func column(
    _ values: [String], base: UInt16, gap: Int = FieldSpace.gap
  ) -> AnalysedColumn {
    .values(values, base: base, gap: gap, analyzer)
  }

  private func abbreviations(_ bytes: UnsafeBufferPointer<UInt8>) -> [AbbreviationDefinition] {
    let found = Abbreviation.definitions(in: bytes).map { definition in
      let short = analyzer.words(in: definition.shortForm)
      return AbbreviationDefinition(
        short: short.map(\.folded).joined(separator: " "),
        term: short.map(\.term).joined(separator: " "),
        long: analyzer.words(in: definition.longForm).map(\.term).joined(separator: " "),
        shown: definition.longForm)
    }
    // A definition that is repeated in a text counts once.
    var seen = Set<String>()
    return found.filter { seen.insert($0.short + "=" + $0.long).inserted && !$0.short.isEmpty }
  }

  // MARK: Packing

  static let blockSize = 8192

  /// Compresses the text in blocks of about 8 KB that never split a passage.
  private func pack(_ bytes: UnsafeBufferPointer<UInt8>, _ prepared: inout PreparedDocument) {
    var start = 0
    var cuts: [Int] = []
    for passage in prepared.passages {
      if passage.bytes.lowerBound - start >= Self.blockSize {
        cuts.append(passage.bytes.lowerBound)
        start = passage.bytes.lowerBound
      }
    }
    cuts.append(bytes.count)
    start = 0
    for cut in cuts {
      let piece = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<cut])
      prepared.blocks.append(PackedBlock(byte: start, data: compressor.compress(piece)))
      start = cut
    }
    var block = 0
    for index in prepared.passages.indices {
      while block + 1 < prepared.blocks.count,
        prepared.blocks[block + 1].byte <= prepared.passages[index].bytes.lowerBound
      {
        block += 1
      }
      prepared.passages[index].block = block
    }
  }
}
