import Appraisal
import Literature
import Query
import Retrieval

/// Facets and their values in words for people.
enum FacetLabels {
  /// A facet's name.
  static func name(_ facet: FacetName) -> String {
    switch facet {
    case .method: "Study design"
    case .setting: "Setting"
    case .condition: "Condition"
    case .sampleSize: "Participants"
    case .includedStudies: "Included studies"
    }
  }

  /// A code's name; `none` is what states no value.
  static func label(_ code: String, of facet: FacetName) -> String {
    code == CodeFilter.none
      ? "Not stated" : Vocabulary.standard.entry(code, in: facet)?.label ?? code
  }

  /// What a code covers, `nil` where nothing is said.
  static func meaning(_ code: String, of facet: FacetName) -> String? {
    Vocabulary.standard.entry(code, in: facet)?.meaning
  }

  /// Where a value came from.
  static func origin(_ origin: Origin) -> String {
    switch origin {
    case .curated: "Entered by a person in the catalogue."
    case .record: "From a field of the source record."
    case .extracted: "Found in the text by peerlit."
    }
  }

  /// The parameter that limits a facet of codes.
  static func parameter(_ facet: FacetName) -> Parameter? {
    switch facet {
    case .method: .method
    case .setting: .setting
    case .condition: .condition
    case .sampleSize, .includedStudies: nil
    }
  }

  /// The facets of codes, in the order in which they are shown.
  static let coded: [FacetName] = [.condition, .method, .setting]
}

/// Numbers for people.
package enum Figures {
  /// A whole number with its thousands parted: 12,345.
  package static func whole(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// A number of things: "1 passage", "2,000 passages".
  package static func counted(_ number: Int, _ thing: String) -> String {
    "\(whole(number)) \(thing)" + (number == 1 ? "" : "s")
  }

  /// A time: "412 µs", "3.2 ms", "1.4 s".
  package static func time(microseconds: Int) -> String {
    func tenths(_ unit: Int) -> String {
      let tenths = (microseconds * 10 + unit / 2) / unit
      return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)"
    }
    return switch microseconds {
    case ..<1000: "\(microseconds) µs"
    case ..<1_000_000: "\(tenths(1000)) ms"
    default: "\(tenths(1_000_000)) s"
    }
  }
}
