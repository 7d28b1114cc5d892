import JSON

/// Settings with which Datasette shows a portable copy: a search field, and counts of facets beside
/// the rows.
public struct DatasetteSettings {
  private struct File: Encodable {
    var databases: [String: DatabaseSettings]
  }

  private struct DatabaseSettings: Encodable {
    var tables: [String: TableSettings]
  }

  private struct TableSettings: Encodable {
    var facets: [Facet]
    var ftsPrimaryKey: String?
    var ftsTable: String?
    var label: String?

    enum CodingKeys: String, CodingKey {
      case facets
      case ftsPrimaryKey = "fts_pk"
      case ftsTable = "fts_table"
      case label = "label_column"
    }
  }

  private enum Facet: Encodable {
    case column(String)
    case array(String)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .column(let name): try container.encode(name)
      case .array(let name): try container.encode(["array": name])
      }
    }
  }

  private let file: File

  /// Makes the settings of a copy.
  ///
  /// - Parameter database: the name of its file, without the extension.
  public init(database: String) {
    let works = TableSettings(
      facets: PortableSchema.facets.map(Facet.array) + [.column("year")], ftsPrimaryKey: "work",
      ftsTable: "works_fts", label: "title")
    let facets = TableSettings(facets: [.column("facet"), .column("status"), .column("origin")])
    file = File(
      databases: [database: DatabaseSettings(tables: ["works": works, "work_facets_all": facets])])
  }

  /// The text of `datasette.json`, with a final line feed.
  public func json() throws -> String { try JSONText.pretty(file) + "\n" }

  /// The text of an existing `datasette.json` with this copy added; unchanged if it has settings
  /// for a database of this name, which may be a person's.
  ///
  /// - Returns: `nil` if the text is not a JSON object, or has no place for databases.
  public func json(addedTo text: String) throws -> String? {
    guard case .object(var members) = try? JSONValue(text.utf8),
      case .object(let own) = try JSONValue(JSONText.bytes(file))["databases"],
      case .object(var databases) = members["databases"] ?? .object([:])
    else { return nil }
    let new = own.filter { databases[$0.key] == nil }
    if new.isEmpty { return text }
    databases.merge(new) { known, _ in known }
    members["databases"] = .object(databases)
    return try JSONText.pretty(JSONValue.object(members)) + "\n"
  }
}
