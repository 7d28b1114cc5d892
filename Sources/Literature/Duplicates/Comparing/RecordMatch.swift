/// The result of comparing two records, with the reason.
public enum RecordMatch: Sendable, Hashable {
  /// They are the same work.
  case same(Reason)
  /// They may be the same work: a person must decide.
  case possible(Reason)
  /// They are different works.
  case different

  /// The properties on which two records agree.
  public enum Reason: Sendable, Hashable {
    /// A person's decision.
    case decision
    /// An identifier.
    case identifier(Identifier)
    /// The whole text of two files.
    case text
    /// Volume, first page and first author.
    case volumeAndPage
    /// The title, the year, and other fields that both records have.
    case title
  }
}

extension RecordMatch {
  /// The reason why they are or may be the same work; `nil` if they are different works.
  public var reason: Reason? {
    switch self {
    case .same(let reason), .possible(let reason): reason
    case .different: nil
    }
  }
}

extension RecordMatch.Reason {
  /// The certainty of a reason; a lower number is more certain.
  public var strength: Int {
    switch self {
    case .decision: 0
    case .identifier: 1
    case .text: 2
    case .volumeAndPage: 3
    case .title: 4
    }
  }
}
