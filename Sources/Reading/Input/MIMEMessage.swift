import Foundation
import Literature

/// A mail message: its headers, its text, and the files attached to it (RFC 5322, RFC 2045 to
/// 2047).
struct MIMEMessage {
  /// A part of a message that is neither a container nor the message text.
  struct Attachment {
    /// Its file name, or its media type if it has none.
    var name: String
    /// Media type in lower case: "text/plain".
    var type: String
    /// Character set of a text; empty if the message states none.
    var charset: String
    var bytes: [UInt8]
  }

  private var headers: [String: String] = [:]
  /// The text of the message; empty if it has only HTML.
  private(set) var text = ""
  /// The HTML of the message.
  private(set) var html: [UInt8]?
  /// Files attached to it.
  private(set) var attachments: [Attachment] = []
  /// Messages in it, which were forwarded or returned.
  private(set) var messages: [MIMEMessage] = []

  /// Maximum nesting depth of parts.
  private static let depthLimit = 8
  private static let mostParts = 1000
  private var partCount = 0

  /// Reads a message.
  init(_ bytes: [UInt8]) {
    self.init(bytes, depth: 0)
  }

  private init(_ bytes: [UInt8], depth: Int) {
    headers = Self.split(bytes[...]).fields
    add(bytes[...], depth: depth)
  }

  /// The value of a header with encoded words decoded: "subject", "from".
  func header(_ name: String) -> String? {
    headers[name].map(EncodedWords.decode)
  }

  private mutating func add(_ part: ArraySlice<UInt8>, depth: Int) {
    partCount += 1
    guard depth < Self.depthLimit, partCount <= Self.mostParts else { return }
    let (fields, body) = Self.split(part)
    let type = HeaderValue(fields["content-type"] ?? "text/plain")
    let disposition = HeaderValue(fields["content-disposition"] ?? "")
    if type.value.hasPrefix("multipart/"), let boundary = type.parameters["boundary"] {
      for inner in Self.parts(of: body, boundary) { add(inner, depth: depth + 1) }
      return
    }
    let encoding = (fields["content-transfer-encoding"] ?? "").trimmed.lowercased()
    let content = Self.decoded(body, encoding)
    let charset = type.parameters["charset"] ?? ""
    if type.value == "message/rfc822" {
      messages.append(MIMEMessage(content, depth: depth + 1))
    } else if let name = disposition.parameters["filename"] ?? type.parameters["name"],
      disposition.value != "inline" || !type.value.hasPrefix("text/")
    {
      attachments.append(
        Attachment(
          name: Self.plain(EncodedWords.decode(name)), type: type.value, charset: charset,
          bytes: content))
    } else if type.value == "text/html" {
      if html == nil { html = Self.page(content, charset: charset) }
    } else if !type.value.contains("/")
      || ["text/", "multipart/"].contains(where: { type.value.hasPrefix($0) })
    {
      // A part without a valid type, or without a boundary between its own parts, is plain text.
      let more = CharacterEncoding.decode(content, from: charset)
      text += text.isEmpty ? more : "\n\n" + more
    } else {
      attachments.append(
        Attachment(
          name: Self.plain(type.value), type: type.value, charset: charset, bytes: content))
    }
  }

  /// A web page in UTF-8 if the message states its character set correctly, or if the page does not
  /// state it; otherwise unchanged.
  static func page(_ bytes: [UInt8], charset: String) -> [UInt8] {
    guard PageEncoding.declared(by: bytes) != nil else {
      return Array(CharacterEncoding.decode(bytes, from: charset).utf8)
    }
    return CharacterEncoding.undamaged(bytes, from: charset).map { Array($0.utf8) } ?? bytes
  }

  /// A file name on one line, without control characters.
  private static func plain(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)).oneLine
  }

  /// Headers, unfolded, by their names in lower case, and the body after the empty line.
  private static func split(
    _ part: ArraySlice<UInt8>
  ) -> (fields: [String: String], body: ArraySlice<UInt8>) {
    var fields: [String: String] = [:]
    var last: String?
    var start = part.startIndex
    while start < part.endIndex {
      let end = part[start...].firstIndex(of: 0x0A) ?? part.endIndex
      let line = DecodedText(Array(part[start..<end])).text
      start = min(part.endIndex, end + 1)
      let text = line.trimmed
      if text.isEmpty { break }
      if line.first?.isWhitespace == true, let name = last {
        if fields[name]?.utf8.count ?? 0 < 100_000 { fields[name]? += " " + text }
      } else if let colon = line.firstIndex(of: ":") {
        let name = line[..<colon].lowercased()
        last = fields[name] == nil ? name : nil
        if last != nil { fields[name] = line[line.index(after: colon)...].trimmed }
      }
    }
    return (fields, part[start...])
  }

  /// The parts between boundary lines.
  private static func parts(of body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var open: Int?
    var start = body.startIndex
    while start < body.endIndex {
      let end = body[start...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[start..<end]
      let rest = line.dropFirst(mark.count)
      let isLast = rest.starts(with: [0x2D, 0x2D])
      // The boundary of a nested part may begin with this one.
      if line.starts(with: mark), rest.dropFirst(isLast ? 2 : 0).allSatisfy(\.isBlank) {
        if let open { parts.append(body[open..<start]) }
        open = isLast ? nil : min(body.endIndex, end + 1)
        if isLast { return parts }
      }
      start = end + 1
    }
    if let open { parts.append(body[min(open, body.endIndex)...]) }
    return parts
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "base64":
      let digits = Data(body.filter { !$0.isBlank })
      return Data(base64Encoded: digits, options: .ignoreUnknownCharacters).map(Array.init) ?? []
    case "quoted-printable": return EncodedWords.unquoted(body)
    default: return Array(body)
    }
  }
}

/// The value of a header with parameters: "text/plain; charset=utf-8".
private struct HeaderValue {
  /// The value in lower case.
  let value: String
  /// Parameters by their names in lower case.
  private(set) var parameters: [String: String] = [:]

  init(_ text: String) {
    var parts: [String] = [""]
    var isQuoted = false
    for character in text.prefix(10_000) {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    value = parts[0].trimmed.lowercased()
    var divided: [String: [Int: String]] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      var name = part[..<equals].trimmed.lowercased()
      var value = part[part.index(after: equals)...].trimmed.replacing("\"", with: "")
      // "filename*=UTF-8''a%20b.pdf" (RFC 2231)
      if name.hasSuffix("*") {
        name.removeLast()
        let pieces = value.split(separator: "'", omittingEmptySubsequences: false)
        value = (pieces.last.map(String.init) ?? value).removingPercentEncoding ?? value
      }
      // "filename*0=a; filename*1=b.pdf", the parts of a long value.
      if let star = name.lastIndex(of: "*"), let number = Int(name[name.index(after: star)...]) {
        divided[String(name[..<star]), default: [:]][number] = value
      } else if parameters[name] == nil {
        parameters[name] = value
      }
    }
    for (name, values) in divided where parameters[name] == nil {
      parameters[name] = values.sorted { $0.key < $1.key }.map(\.value).joined()
    }
  }
}
