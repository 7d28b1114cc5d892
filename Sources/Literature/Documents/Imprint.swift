/// Publication details that a reference needs in addition to authors, year, title and venue.
///
/// Kept as the source writes it and exported again; never searched.
public struct Imprint: Sendable, Equatable, Hashable, Codable {
  /// The journal's name as bibliographies abbreviate it: "J Clin Oncol".
  public var abbreviation: String?
  /// Volume of the journal.
  public var volume: String?
  /// Issue within the volume.
  public var issue: String?
  /// Pages or article number: "1116-1122", "e0815".
  public var pages: String?
  /// Publisher; the university of a thesis, the institution of a report.
  public var publisher: String?
  /// ISSN of the journal.
  public var issn: String?
  /// Month of publication, 1 to 12.
  public var month: Int?
  /// Day of the month, 1 to 31; only with a month.
  public var day: Int?
  /// Editors of the book or the proceedings, in order, each as the source writes it.
  public var editors: [String] = []
  /// Place of publication.
  public var place: String?
  /// The edition of a book, as "2nd ed.".
  public var edition: String?
  /// The series of the book or the proceedings that contain the work; a book's own series is its
  /// venue.
  public var series: String?
  /// The conference of a paper, if it has another name than the proceedings, which are the venue.
  public var conference: String?
  /// Editors of the series, in order, each as the source writes it.
  public var seriesEditors: [String] = []
  /// The date on which a web page was read, as far as it is known: "2024", "2024-05",
  /// "2024-05-12".
  public var accessed: String?
  /// Notes of the people and databases that the record comes from.
  public var notes: [String] = []

  /// Creates an empty imprint.
  public init() {}
}
