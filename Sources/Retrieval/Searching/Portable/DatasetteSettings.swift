import JSON

/// Settings with which Datasette shows a portable copy: a search field, and counts of facets beside
/// the rows.
public struct DatasetteSettings {
  private struct File: Encodable {
    var databases: [String: Database]
  }

  private struct Database: Encodable {
    var tables: [String: Table]
  }

  private struct Table: Encodable {
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
    let works = Table(
      facets: PortableSchema.facets.map(Facet.array) + [.column("year")], ftsPrimaryKey: "work",
      ftsTable: "works_fts", label: "title")
    let facets = Table(facets: [.column("facet"), .column("status"), .column("origin")])
    file = File(
      databases: [database: Database(tables: ["works": works, "work_facets_all": facets])])
  }

  /// The text of `datasette.json`, with a final line feed.
  public func json() throws -> String { try JSONText.pretty(file) + "\n" }
}
