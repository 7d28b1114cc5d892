/// A part of a document's text under one heading.
public struct Section: Sendable, Equatable, Codable {
  /// Separates the headings above a section, if those above it have no text of their own:
  /// "Results › Pay".
  package static let pathSeparator = " › "

  /// The kind of a section, if the source or its heading states it.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case abstract, background, methods, results, discussion, body, references
  }

  /// The heading as written; empty if the section has none.
  public var heading: String
  /// The kind of the section.
  public var kind: Kind
  /// Its range in the document's text: half-open, in UTF-8 bytes, without the heading.
  public var bytes: Range<Int>
  /// Number of the page on which it begins, from 1, for paged sources.
  public var page: Int?
  /// Whether the source marks it as a part of the abstract, whatever its kind.
  public var isInAbstract = false

  /// Creates a section.
  public init(
    heading: String = "", kind: Kind = .body, bytes: Range<Int>, page: Int? = nil,
    isInAbstract: Bool = false
  ) {
    self.heading = heading
    self.kind = kind
    self.bytes = bytes
    self.page = page
    self.isInAbstract = isInAbstract
  }
}

extension Section {
  /// Whether a text is a heading and nothing else, apart from punctuation and white space.
  ///
  /// The text before a section usually is one: it repeats the headings that lead to the section.
  package static func isHeading(_ text: String, _ heading: String) -> Bool {
    func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace || $0.isPunctuation } }
    return words(text) == words(heading)
  }
}
