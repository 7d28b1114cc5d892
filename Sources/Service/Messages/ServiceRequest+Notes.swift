import Answers

extension ServiceRequest {
  /// The header field of a client that shows notes as the command line does, with options.
  ///
  /// Source: RFC 7240, Prefer Header for HTTP.
  static let notesPreference = (name: "prefer", value: "notes=options")

  /// How the notes of an answer to `POST /search` name parameters.
  ///
  /// Other answers may be cached, so they must not depend on header fields.
  var notesWording: SearchNote.Wording {
    let preferences = headers[Self.notesPreference.name]?.split(separator: ",") ?? []
    return method == "POST"
      && preferences.contains { $0.trimmingSpaces == Self.notesPreference.value }
      ? .options : .parameters
  }
}
