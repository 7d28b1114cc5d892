import GRDB
import Literature
import Query

/// Finds documents by their identifiers: DOI, PMID, PMCID, registration number, ISBN, accession
/// number, and the public ids of documents and their records.
struct IdentifierLookup {
  let database: Database
  /// The storage of records; `nil` if the file has them.
  let storage: (any PostingStorage)?

  init(database: Database, storage: (any PostingStorage)? = nil) {
    self.database = database
    self.storage = storage
  }

  /// The documents that have an identifier, by number.
  ///
  /// - Parameters:
  ///   - field: the kind of identifier; `nil` for any.
  ///   - text: the identifier as typed.
  func documents(_ field: IdentifierField?, _ text: String) throws -> [Int] {
    var found = try registered(field, text)
    if field == nil || field == .id, let number = try document(id: text) { found.insert(number) }
    // Any number may be one of some database.
    if found.isEmpty, field == .id { found = try documents(accession: text) }
    return found.sorted()
  }

  /// The document with a public id or any other identifier.
  ///
  /// Databases give the same number to different records, so an accession number that several
  /// documents have names none of them.
  func document(named text: String) throws -> Int? {
    if let number = try document(id: text) ?? registered(.id, text).min() { return number }
    let found = try documents(accession: text)
    return found.count == 1 ? found.first : nil
  }

  /// The documents with an identifier in a public register.
  private func registered(_ field: IdentifierField?, _ text: String) throws -> Set<Int> {
    var found: Set<Int> = []
    for identifier in identifiers(field, text) { found.formUnion(try documents(of: identifier)) }
    return found
  }

  private func identifiers(_ field: IdentifierField?, _ text: String) -> [Identifier] {
    switch field {
    case .doi: [Identifier(.doi, parsing: text)].compactMap(\.self)
    case .pmid: [Identifier(.pmid, parsing: text)].compactMap(\.self)
    case .id, nil: Identifier.candidates(of: text)
    case .type, .subject: []
    }
  }

  /// The document with a public id, or with a record that has this id; case-insensitive.
  private func document(id: String) throws -> Int? {
    var forms: [String] = []
    for form in [id, id.lowercased(), id.uppercased()] where !forms.contains(form) {
      forms.append(form)
    }
    try storage?.load(terms: forms.map { ShardTerm.rows(id: $0) })
    for form in forms {
      let number =
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT number FROM documents WHERE id = ?"),
          arguments: [form])
        ?? Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT document FROM records WHERE id = ? ORDER BY number"),
          arguments: [form])
      if let number, (0..<PostingKey.mostNumbers).contains(number) { return number }
    }
    return nil
  }

  /// Finds documents by the hash of a key, then compares the identifiers themselves.
  private func documents(of identifier: Identifier) throws -> [Int] {
    let line = identifier.line
    try storage?.load(terms: [
      identifier.scheme == .isbn
        ? ShardTerm.rows(isbn: line)
        : ShardTerm.rows(key: WorkKey.identifier(identifier).digest)
    ])
    // ISBNs are not keys, because the chapters of a book share one, and they are rarely searched
    // for.
    let numbers =
      identifier.scheme == .isbn
      ? try Int.fetchAll(
        database.cachedStatement(sql: "SELECT number FROM documents WHERE instr(identifiers, ?)"),
        arguments: [line])
      : try Int.fetchAll(
        database.cachedStatement(sql: "SELECT document FROM work_keys WHERE key = ?"),
        arguments: [WorkKey.identifier(identifier).digest])
    return try numbers.filter { try identifiers(of: $0).contains { $0 == line } }
  }

  /// The documents with an accession number, of any database unless it is typed.
  private func documents(accession text: String) throws -> Set<Int> {
    guard let typed = Identifier(.accession, parsing: text), let key = typed.accessionKey else {
      return []
    }
    let digest = WorkKey.identifier(key).digest
    try storage?.load(terms: [ShardTerm.rows(key: digest)])
    let numbers = try Int.fetchAll(
      database.cachedStatement(sql: "SELECT document FROM work_keys WHERE key = ?"),
      arguments: [digest])
    let found = try numbers.filter { number in
      try identifiers(of: number).contains {
        Identifier(line: String($0))?.isAccession(typed: typed) ?? false
      }
    }
    return Set(found)
  }

  /// The lines of a document's identifiers.
  private func identifiers(of number: Int) throws -> [Substring] {
    guard (0..<PostingKey.mostNumbers).contains(number) else { return [] }
    return try String.fetchOne(
      database.cachedStatement(sql: "SELECT identifiers FROM documents WHERE number = ?"),
      arguments: [number])?.split(separator: "\n") ?? []
  }
}
