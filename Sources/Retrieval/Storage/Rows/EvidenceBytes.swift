import Literature
import Ranking

/// The evidence of a document's facets as bytes, as stored in the index file.
///
///     for each value of FacetLines that can have evidence, in order:
///       number of its pieces of evidence
///       for each: rule · 8 + field · 2 + (1 if the text follows), start, end - start,
///                 and, if it follows, the text as a number of bytes and UTF-8
///
/// All numbers are variable-length. Evidence from the title or the text is stored without its
/// words, which are read from there again. A rule is a number from the table `rules`.
package enum EvidenceBytes {
  /// The bytes of some facets' evidence.
  ///
  /// - Parameter number: returns the number of a rule with a name.
  package static func bytes<Failure: Error>(
    _ facets: Facets, rule number: (String) throws(Failure) -> UInt32
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    for (origin, evidence) in pieces(facets) {
      bytes.append(variable: UInt32(evidence.count))
      for piece in evidence {
        let hasWords = origin != .extracted || piece.field == .record
        let rule = try number(piece.rule)
        bytes.append(variable: rule << 3 | code(piece.field) << 1 | (hasWords ? 1 : 0))
        bytes.append(variable: UInt32(clamping: piece.start))
        bytes.append(variable: UInt32(clamping: piece.end - piece.start))
        if hasWords {
          bytes.append(variable: UInt32(piece.text.utf8.count))
          bytes.append(contentsOf: piece.text.utf8)
        }
      }
    }
    return bytes
  }

  /// Adds the evidence to facets, up to the first damaged part.
  ///
  /// - Parameters:
  ///   - facets: facets without evidence, as read by ``FacetLines``.
  ///   - rule: the name of a rule by its number.
  ///   - title: the title that contains evidence.
  ///   - text: the text that contains evidence.
  package static func add(
    _ bytes: [UInt8], to facets: inout Facets, title: String, text: String,
    rule: (UInt32) throws -> String?
  ) rethrows {
    guard bytes.contains(where: { $0 != 0 }) else { return }
    var reader = ByteReader(bytes)
    let words = EvidenceWords(title: title, text: text)
    for standing in Facets.Standing.allCases where standing == .listed || facets.hasOverruled {
      for facet in FacetDefinition.codes.map(\.name) {
        guard try add(&reader, to: &facets[codes: facet, standing], words, rule) else { return }
      }
      for facet in FacetDefinition.counts.map(\.name) {
        guard try add(&reader, to: &facets[counts: facet, standing], words, rule) else { return }
      }
    }
  }

  /// Returns false if the bytes are damaged.
  private static func add<Value>(
    _ reader: inout ByteReader, to values: inout [FacetValue<Value>], _ words: EvidenceWords,
    _ rule: (UInt32) throws -> String?
  ) rethrows -> Bool {
    for index in values.indices {
      guard let count = reader.variable() else { return false }
      for _ in 0..<count {
        guard let piece = try evidence(&reader, words, rule) else { return false }
        values[index].evidence.append(piece)
      }
    }
    return true
  }

  private static func evidence(
    _ reader: inout ByteReader, _ words: EvidenceWords, _ rule: (UInt32) throws -> String?
  ) rethrows -> Evidence? {
    guard let head = reader.variable(), let start = reader.variable(),
      let length = reader.variable(), let field = field(head >> 1 & 3)
    else { return nil }
    let range = Int(start)..<Int(start) + Int(length)
    let text: String
    if head & 1 == 1 {
      guard let count = reader.variable(), let bytes = reader.slice(Int(count)) else { return nil }
      text = String(decoding: bytes, as: UTF8.self)
    } else {
      text = words.slice(field, range)
    }
    return Evidence(
      field: field, text: text, start: range.lowerBound, end: range.upperBound,
      rule: try rule(head >> 3) ?? "")
  }

  /// The evidence of every value, in the order of ``FacetLines``.
  private static func pieces(_ facets: Facets) -> [(origin: Origin, evidence: [Evidence])] {
    func pieces<Value>(_ values: [FacetValue<Value>]) -> [(origin: Origin, evidence: [Evidence])] {
      values.map { ($0.origin, $0.evidence) }
    }
    return Facets.Standing.allCases.flatMap { standing in
      FacetDefinition.codes.flatMap { pieces(facets[codes: $0.name, standing]) }
        + FacetDefinition.counts.flatMap { pieces(facets[counts: $0.name, standing]) }
    }
  }

  private static let fields: [Evidence.Field] = [.title, .text, .record]

  private static func code(_ field: Evidence.Field) -> UInt32 {
    UInt32(fields.firstIndex(of: field) ?? 0)
  }

  private static func field(_ code: UInt32) -> Evidence.Field? {
    code < fields.count ? fields[Int(code)] : nil
  }
}

/// Reads the text of evidence from the field that contains it.
private struct EvidenceWords {
  private let title: [Unicode.Scalar]
  private let text: [Unicode.Scalar]

  init(title: String, text: String) {
    self.title = Array(title.unicodeScalars)
    self.text = Array(text.unicodeScalars)
  }

  /// Some scalars of a field, up to its end.
  func slice(_ field: Evidence.Field, _ range: Range<Int>) -> String {
    let scalars = field == .title ? title : text
    return String(scalars: scalars[range.clamped(to: scalars.indices)])
  }
}
