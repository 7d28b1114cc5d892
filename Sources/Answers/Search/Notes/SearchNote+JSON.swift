import JSON

/// The JSON of a note is its text, with parameters in the wording of the encoder.
extension SearchNote: Codable {
  /// The key of the wording in an encoder; without one, notes name options.
  private static let wording = CodingUserInfoKey(rawValue: "peerlit.notes")

  /// Reads the text of a note, whose parts are not known.
  public init(from decoder: any Decoder) throws {
    self = .sentence(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    let wording = Self.wording.flatMap { encoder.userInfo[$0] as? Wording } ?? .options
    var container = encoder.singleValueContainer()
    try container.encode(text(wording))
  }

  /// Sets the wording of an encoder.
  fileprivate static func userInfo(_ wording: Wording) -> [CodingUserInfoKey: any Sendable] {
    guard let key = Self.wording else { return [:] }
    return [key: wording]
  }
}

extension JSONText {
  /// The bytes of a value on one line.
  ///
  /// - Parameter notes: how the notes in the value name parameters.
  package static func bytes(
    _ value: some Encodable, notes: SearchNote.Wording
  ) throws -> [UInt8] {
    try bytes(value, userInfo: SearchNote.userInfo(notes))
  }
}
