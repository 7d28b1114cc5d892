import Literature

/// The features that the appraiser finds in a document, by name, for training and tests.
extension Appraiser {
  /// The numbers of a document that may count its participants, each with its features, and the
  /// features of the document, for training and tests.
  package func counts(of document: Document) -> (
    document: [String: Float], counts: [(value: Int, features: [String: Float], text: String)]
  ) {
    let scanned = read(document)
    let numbers = SampleSizeAppraiser.candidates(
      in: scanned, designs: design.appraise(scanned).assigned)
    let found = numbers.map { candidate in
      var features: [String: Float] = [:]
      for (name, value) in zip(CountFeature.allCases, candidate.features) where value != 0 {
        features[name.name] = value
      }
      let part = scanned.part(inTitle: candidate.inTitle)
      let text = words(
        around: candidate.words, in: part,
        sentence: part.sentences[candidate.sentence].words, count: 12, document)
      return (candidate.value, features, text)
    }
    return (features(of: scanned), found)
  }

  /// The features of a document that are not 0, by name.
  private func features(of scanned: ScannedDocument) -> [String: Float] {
    var features: [String: Float] = [:]
    for (feature, value) in zip(DocumentFeature.allCases, scanned.features) where value != 0 {
      features[feature.name] = value
    }
    return features
  }

  /// The candidates for the codes of a facet in a document, for training and tests.
  package struct CodeCandidates {
    /// A mention of a code.
    package struct Mention {
      /// The code that it means.
      package let code: String
      /// The sentence; -1 for the title.
      package let sentence: Int
      /// The name of the zone that contains it.
      package let zone: String
      /// The features by name.
      package let features: [String: Float]
      /// The words of the mention in brackets, with up to six words on either side.
      package let text: String
      /// The mention in the title or the text, in UTF-8 code units.
      package let range: Range<Int>
    }

    /// The mentions in order.
    package var mentions: [Mention] = []
    /// The features of the document by name.
    package var document: [String: Float] = [:]
    /// The number of sentences of its text.
    package var sentenceCount = 0
    /// The codes that are named in a list with each code.
    package var lists: [String: [String]] = [:]
    /// The confidence in each code, 0 to 1; without codes whose confidence is unknown.
    package var confidence: [String: Float] = [:]
  }

  /// The codes of a facet that have a mention in a document, with every feature of each.
  package func codes(of document: Document, facet: FacetName) -> CodeCandidates {
    let scanned = read(document)
    let candidates = FacetAppraisers.codes[facet]?.candidates(scanned) ?? []
    var found = CodeCandidates()
    found.sentenceCount = scanned.text.sentences.count
    let numbering = MentionFeatures()
    let names = MentionFeatures.names(phrases: scanned.tables.phrases)
    let (inTitle, inText) = (Array(document.title.utf8), Array(document.text.utf8))
    let mentions = candidates.flatMap(\.mentions).sorted {
      ($0.inTitle ? 0 : 1, $0.words.lowerBound, $0.phrase)
        < ($1.inTitle ? 0 : 1, $1.words.lowerBound, $1.phrase)
    }
    for mention in mentions {
      guard let code = scanned.code(of: mention) else { continue }
      var features = ["code.\(code)": Float(1)]
      numbering.visit(mention, in: scanned) { features[names[$0]] = $1 }
      MentionWords.visit(mention, in: scanned) {
        features[MentionWords.name($0, of: code, tables: scanned.tables)] = 1
      }
      let part = scanned.part(inTitle: mention.inTitle)
      let near = NearWords.places(mention, in: scanned)
      for place in Array(near.before) + Array(near.after) {
        let bytes = mention.inTitle ? inTitle : inText
        guard let word = beginning(of: part.words[place], in: bytes) else { continue }
        features["near.\(word)", default: 0] += 1
      }
      let (first, last) =
        (part.words[mention.words.lowerBound], part.words[mention.words.upperBound])
      found.mentions.append(
        CodeCandidates.Mention(
          code: code, sentence: mention.inTitle ? -1 : mention.sentence,
          zone: scanned.zone(of: mention).name, features: features,
          text: self.words(
            around: mention.words, in: part,
            sentence: scanned.sentence(of: mention).words, count: 6, document),
          range: Int(first.start)..<Int(last.end)))
    }
    let tree = CodeTree(facet)
    let lists = ListedCodes(mentions, tree: tree, in: scanned)
    for candidate in candidates {
      let partners = lists.partners[tree.place(of: candidate.number)]
      found.lists[candidate.code] = candidates.map { ($0.code, tree.place(of: $0.number)) }
        .filter { partners & 1 << UInt64($0.1) != 0 }.map(\.0)
    }
    found.document = features(of: scanned)
    for candidate in candidates { found.confidence[candidate.code] = candidate.confidence }
    return found
  }

  /// The number of occurrences of every word in title and text, by its first six letters in lower
  /// case, for training.
  package func words(of document: Document) -> [String: Int] {
    let scanned = read(document)
    var counts: [String: Int] = [:]
    for (part, field) in [(scanned.title, document.title), (scanned.text, document.text)] {
      let bytes = Array(field.utf8)
      for word in part.words {
        if let text = beginning(of: word, in: bytes) { counts[text, default: 0] += 1 }
      }
    }
    return counts
  }

  /// The first six letters of a word in lower case; `nil` for a number.
  private func beginning(of word: ScannedWord, in bytes: [UInt8]) -> String? {
    if word.isNumber { return nil }
    // "PSWs" is looked up as "PSW".
    let isPlural = word.shape.contains(.acronym) && !word.shape.contains(.allCapitals)
    let end = min(Int(word.start) + BagTable.letters, Int(word.end) - (isPlural ? 1 : 0))
    return String(decoding: bytes[Int(word.start)..<end], as: UTF8.self).lowercased()
  }

  /// Some words in brackets, with up to `count` words of their sentence on either side.
  private func words(
    around place: ClosedRange<Int>, in part: ScannedText, sentence: Range<Int>, count: Int,
    _ document: Document
  ) -> String {
    let bytes = Array((part.field == .title ? document.title : document.text).utf8)
    let words = part.words
    func text(_ range: Range<Int>) -> String {
      guard !range.isEmpty else { return "" }
      let bytes = bytes[Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)]
      return String(decoding: bytes, as: UTF8.self)
    }
    let (first, last) = (place.lowerBound, place.upperBound + 1)
    let parts = [
      text(max(sentence.lowerBound, first - count)..<first), "[\(text(first..<last))]",
      text(last..<max(last, min(sentence.upperBound, last + count))),
    ]
    return parts.joined(separator: " ")
  }
}
