import JSON
import Literature

extension JSONValue {
  /// The name of a person or an organisation: a string, or an object with the whole name or with
  /// its parts, as web services and reference managers call them.
  var personName: String? {
    if let text { return text.trimmed }
    let whole = self["name"] ?? self["literal"] ?? self["display_name"]
    if let name = whole?.text { return name.trimmed }
    let family = self["family"] ?? self["last_name"] ?? self["lastName"]
    let given = self["given"] ?? self["first_name"] ?? self["firstName"]
    return PersonName.inverted(family?.text, given?.text)
  }
}
