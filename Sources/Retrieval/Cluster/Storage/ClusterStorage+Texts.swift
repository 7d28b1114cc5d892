import Query

// Texts in shards: their terms, and the rows of their documents.
extension ClusterStorage {
  func termVectors(_ documents: [UInt32]) throws -> [UInt32: ArraySlice<UInt8>] {
    known.makeRoom(for: documents.count, .document)
    let wanted = documents.filter { known.terms(of: $0, .document) == nil }
    known.add(try fetch(wanted) { ShardTerm.document($0) }, .document)
    var found: [UInt32: ArraySlice<UInt8>] = [:]
    for document in documents { found[document] = known.terms(of: document, .document)?.rest }
    return found
  }

  func terms(
    of passages: [(number: UInt32, document: UInt32)]
  ) throws -> [UInt32: ShardTerms] {
    known.makeRoom(for: passages.count, .passage)
    if let texts = unknown(passages) {
      known.add(try fetch(texts), .passage)
    } else {
      let wanted = passages.map(\.number).filter { known.terms(of: $0, .passage) == nil }
      known.add(try fetch(wanted.map(ShardTerm.passage)), .passage)
    }
    var found: [UInt32: ShardTerms] = [:]
    for (number, _) in passages { found[number] = known.terms(of: number, .passage) }
    return found
  }

  func expectTerms(of passages: [(number: UInt32, document: UInt32)]) {
    known.makeRoom(for: passages.count, .passage)
    if let texts = unknown(passages), !texts.isEmpty {
      requests.expect(Self.fetchRequest(texts))
    }
  }

  /// The passages whose terms are not known; `nil` if the shard of one is not known.
  private func unknown(
    _ passages: [(number: UInt32, document: UInt32)]
  ) -> [(term: String, shard: UInt32)]? {
    var texts: [(term: String, shard: UInt32)] = []
    for (number, document) in passages where known.terms(of: number, .passage) == nil {
      guard let shard = known.shard(of: document) else { return nil }
      texts.append((ShardTerm.passage(number), shard))
    }
    return texts
  }

  func positions(_ passages: [UInt32]) throws -> [UInt32: PassagePositions] {
    try fetch(passages.map(ShardTerm.passage)).mapValues { PassagePositions($0) }
  }

  func load(documents: [UInt32]) throws -> Bool {
    let wanted = documents.filter { !loaded.contains($0) }
    if wanted.isEmpty { return true }
    try keep(try fetch(wanted) { ShardTerm.rows(of: $0) })
    return wanted.allSatisfy(loaded.contains)
  }

  func load(terms: [String]) throws {
    try keep(try fetch(terms))
  }

  private func keep(_ rows: [UInt32: [UInt8]]) throws {
    for (document, data) in rows where loaded.insert(document).inserted {
      try tables.insert(data)
    }
  }

  /// The data of documents, found by a term that only one text of each has.
  private func fetch(
    _ documents: [UInt32], _ term: (UInt32) -> String
  ) throws -> [UInt32: [UInt8]] {
    var found = try fetch(documents.filter { known.shard(of: $0) == nil }.map(term))
    let texts = documents.compactMap { document in
      known.shard(of: document).map { (term: term(document), shard: $0) }
    }
    found.merge(try fetch(texts)) { old, _ in old }
    return found
  }

  /// The data of the texts with any of some terms in known shards, by number.
  func fetch(_ texts: [(term: String, shard: UInt32)]) throws -> [UInt32: [UInt8]] {
    if texts.isEmpty { return [:] }
    return try Self.data(in: try exchange(Self.fetchRequest(texts)))
  }

  private static func fetchRequest(_ texts: [(term: String, shard: UInt32)]) -> ClusterMessage {
    var message = ClusterMessage("V")
    message.append(count: texts.count)
    for text in texts {
      message.append(text.shard)
      message.append(text.term)
    }
    return message
  }

  /// The data of texts in an answer, by number.
  private static func data(in answer: ClusterAnswer) throws -> [UInt32: [UInt8]] {
    var answer = answer
    var found: [UInt32: [UInt8]] = [:]
    for _ in 0..<Int(try answer.word()) {
      let number = try answer.word()
      found[number] = try answer.data()
    }
    return found
  }

  /// The data of the texts with any of some terms, by number.
  private func fetch(_ terms: [String]) throws -> [UInt32: [UInt8]] {
    var found: [UInt32: [UInt8]] = [:]
    var rest = terms[...]
    while !rest.isEmpty {
      var message = ClusterMessage("D")
      let part = rest.prefix(Self.fetchedAtOnce)
      message.append(count: part.count)
      for term in part { message.append(term) }
      found.merge(try Self.data(in: try exchange(message))) { _, new in new }
      rest = rest.dropFirst(part.count)
    }
    return found
  }

  private static let fetchedAtOnce = 500
}
