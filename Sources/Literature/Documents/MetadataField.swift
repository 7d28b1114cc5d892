/// The metadata fields whose origin is kept and shown.
public enum MetadataField: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
  case title, authors, year, venue, type, language, url, identifiers, keywords
}
