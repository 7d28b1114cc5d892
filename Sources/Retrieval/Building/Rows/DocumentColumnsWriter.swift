import GRDB
import Literature

/// Collects the properties of documents as they are added, and writes them as columns.
struct DocumentColumnsWriter {
  private var numbers: [String: [(document: Int, value: UInt32)]] = [:]
  /// Documents, or passages for ``DocumentColumn/abstract``.
  private var members: [String: [Int]] = [:]

  mutating func add(_ prepared: PreparedDocument, number: Int, firstPassage: Int) {
    let document = prepared.document
    for (index, passage) in prepared.passages.enumerated() where passage.isAbstract {
      members[DocumentColumn.abstract, default: []].append(firstPassage + index)
    }
    numbers[DocumentColumn.firstPassage, default: []].append((number, UInt32(firstPassage)))
    for type in Set(PublicationType.keys(in: document.type)) where !type.isEmpty {
      members[DocumentColumn.set(DocumentColumn.type, type), default: []].append(number)
    }
    for heading in prepared.headings {
      members[DocumentColumn.set(DocumentColumn.keyword, heading), default: []].append(number)
    }
    for facet in FacetDefinition.filters {
      switch facet.kind {
      case .codes:
        add(facet.name, document.facets.effective(codes: facet.name), number)
        let possible = Facets.possible(document.facets[codes: facet.name])
        for code in Set(possible.map(\.value)) {
          let name = DocumentColumn.set(DocumentColumn.possible(facet.name.rawValue), code)
          members[name, default: []].append(number)
        }
      case .count:
        add(facet.name, document.facets.effective(count: facet.name), number)
        if let possible = Facets.possible(document.facets[counts: facet.name]).first {
          numbers[DocumentColumn.possible(facet.name.rawValue), default: []].append(
            (number, UInt32(clamping: possible.value)))
        }
      case .year: add(facet.name, document.year, number)
      }
    }
  }

  mutating func delete(number: Int) {
    members[DocumentColumn.deleted, default: []].append(number)
  }

  private mutating func add(_ facet: FacetName, _ value: Int?, _ number: Int) {
    numbers[facet.rawValue, default: []].append(
      (number, value.map { UInt32(clamping: $0) } ?? DocumentColumn.unknown))
  }

  private mutating func add(_ facet: FacetName, _ codes: [String], _ number: Int) {
    let codes = Set(codes)
    for code in codes {
      members[DocumentColumn.set(facet.rawValue, code), default: []].append(number)
    }
    if !codes.isEmpty {
      let any = DocumentColumn.set(facet.rawValue, DocumentColumn.anyCode)
      members[any, default: []].append(number)
    }
  }

  /// Writes the collected properties to their blocks and clears them.
  ///
  /// The order of the rows does not change from run to run, so that indexes can be compared.
  mutating func flush(_ database: Database) throws {
    for (name, values) in numbers.sorted(by: { $0.key < $1.key }) {
      let blocks = Dictionary(grouping: values) { $0.document / DocumentColumn.blockSize }
      for (block, values) in blocks.sorted(by: { $0.key < $1.key }) {
        var column =
          try DocumentColumn.read(database, name, block: block)
          .map(DocumentColumn.values) ?? []
        for (document, value) in values {
          let index = document % DocumentColumn.blockSize
          while column.count <= index { column.append(DocumentColumn.unknown) }
          column[index] = value
        }
        try DocumentColumn.write(database, name, block: block, DocumentColumn.data(column))
      }
    }
    for (name, numbers) in members.sorted(by: { $0.key < $1.key }) {
      let blocks = Dictionary(grouping: numbers) { $0 / DocumentColumn.blockSize }
      for (block, numbers) in blocks.sorted(by: { $0.key < $1.key }) {
        var column =
          try DocumentColumn.read(database, name, block: block)
          .map { Set(DocumentColumn.members($0)) } ?? []
        for number in numbers { column.insert(UInt16(number % DocumentColumn.blockSize)) }
        try DocumentColumn.write(
          database, name, block: block, DocumentColumn.data(members: column.sorted()))
      }
    }
    numbers = [:]
    members = [:]
  }
}
