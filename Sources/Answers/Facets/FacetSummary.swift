import Literature

/// The effective values of a document's facets (``Facets/effective(_:)``), without origin or
/// evidence.
///
/// In JSON they are members of the document's object: codes are a list, a count is a number or
/// `null`.
///
///     {"condition":["hiv"],"method":["qualitative"],"sample_size":20,"setting":[]}
public struct FacetSummary: Sendable, Equatable {
  private var codes: [FacetName: [String]] = [:]
  private var counts: [FacetName: Int] = [:]

  /// Creates an empty summary.
  public init() {}

  /// Summarises the given facets of a document.
  package init(_ facets: Facets, of definitions: [FacetDefinition]) {
    for facet in definitions {
      switch facet.kind {
      case .codes: self[codes: facet.name] = facets.effective(codes: facet.name)
      case .count: self[count: facet.name] = facets.effective(count: facet.name)
      case .year: continue
      }
    }
  }

  /// The values of a facet as text: its codes, or its number; none if it is unknown.
  public func texts(of facet: FacetDefinition) -> [String] {
    facet.kind == .codes
      ? self[codes: facet.name] : self[count: facet.name].map { [String($0)] } ?? []
  }

  /// The codes of a facet.
  public subscript(codes facet: FacetName) -> [String] {
    get { codes[facet] ?? [] }
    set { codes[facet] = newValue.isEmpty ? nil : newValue }
  }

  /// The number of a facet; `nil` if it is unknown.
  public subscript(count facet: FacetName) -> Int? {
    get { counts[facet] }
    set { counts[facet] = newValue }
  }

  /// Reads the given facets from the document's object.
  package init(of definitions: [FacetDefinition], from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FacetKey.self)
    for facet in definitions {
      let key = FacetKey(facet.name)
      switch facet.kind {
      case .codes: self[codes: facet.name] = try container.decode([String].self, forKey: key)
      case .count: self[count: facet.name] = try container.decode(Int?.self, forKey: key)
      case .year: continue
      }
    }
  }

  /// Writes the given facets into the document's object.
  package func encode(_ definitions: [FacetDefinition], to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FacetKey.self)
    for facet in definitions {
      let key = FacetKey(facet.name)
      switch facet.kind {
      case .codes: try container.encode(self[codes: facet.name], forKey: key)
      case .count: try container.encode(self[count: facet.name], forKey: key)
      case .year: continue
      }
    }
  }
}
