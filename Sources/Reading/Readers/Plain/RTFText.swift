import Literature

/// The text of an RTF file: its paragraphs, and the properties of the file.
///
/// Groups may nest to any depth, so their state is kept on an explicit stack instead of the call
/// stack.
struct RTFText {
  /// Paragraphs and rows of tables in order.
  private(set) var paragraphs: [String] = []

  private let bytes: [UInt8]
  private var position = 0
  private var states: [State] = []
  private var state = State()
  private var properties: [String: [UInt8]] = [:]
  /// Undecoded text in the character set of the file; Unicode text is already decoded.
  private var pending: [UInt8] = []
  private var paragraph = ""
  private var cells: [String] = []
  private var isInRow = false
  private var codePage = "windows-1252"

  /// The state of a group.
  private struct State {
    /// Whether the group is not part of the document's text: fonts, styles, pictures.
    var isHidden = false
    /// Whether the text is hidden.
    var isInvisible = false
    /// Whether the text was deleted, and the change is not accepted yet.
    var isDeleted = false
    /// Whether the group belongs to a shape that is shown, and may contain its text.
    var isInShape = false
    /// Whether characters are part of the document's text.
    var isShown: Bool { !isHidden && !isInvisible && !isDeleted }
    /// The property whose value is the group.
    var property: String?
    /// The number of fallback characters after a Unicode character, for readers without Unicode.
    var fallback = 1
  }

  /// Maximum nesting depth for which separate states are kept.
  private static let deepest = 10_000

  /// Groups that are not part of the document's text.
  private static let hidden: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "headerl", "headerr",
    "headerf", "footer", "footerl", "footerr", "footerf", "info", "listtable", "listoverridetable",
    "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "datastore",
    "latentstyles", "fldinst", "nonshppict", "bkmkstart", "bkmkend", "private", "filetbl", "sp",
    "pgdsctbl", "mmathPr", "listtext", "pntext", "tc", "xe", "shprslt", "annotation", "atnid",
    "atnauthor",
  ]

  /// Characters written as control words.
  private static let characters: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": " ", "line": "\n", "emspace": " ", "enspace": " ", "qmspace": " ",
  ]

  /// Prepares the bytes of a file.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A property of the file: "title", "author".
  func property(_ name: String) -> String {
    CharacterEncoding.decode(properties[name] ?? [], from: codePage).trimmed
  }

  /// Reads the file.
  mutating func read() {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch UnicodeScalar(byte) {
      case "{":
        if states.count < Self.deepest { states.append(state) }
      case "}":
        flush()
        if let last = states.popLast() { state = last }
      case "\\": control()
      case "\r", "\n", "\0": break
      default: add(byte)
      }
    }
    endParagraph()
  }

  private mutating func add(_ byte: UInt8) {
    if let property = state.property {
      properties[property, default: []].append(byte)
    } else if state.isShown {
      pending.append(byte)
    }
  }

  private mutating func add(_ text: String) {
    if let property = state.property {
      properties[property, default: []].append(contentsOf: text.utf8)
    } else if state.isShown {
      flush()
      paragraph += text
    }
  }

  /// Decodes the pending bytes.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    paragraph += CharacterEncoding.decode(pending, from: codePage)
    pending.removeAll(keepingCapacity: true)
  }

  // MARK: - Control words

  private mutating func control() {
    guard position < bytes.count else { return }
    let first = bytes[position]
    guard first.isLetter else {
      position += 1
      symbol(first)
      return
    }
    var name = ""
    while position < bytes.count, bytes[position].isLetter, name.utf8.count < 32 {
      name.unicodeScalars.append(UnicodeScalar(bytes[position]))
      position += 1
    }
    let number = number()
    if position < bytes.count, bytes[position] == 0x20 { position += 1 }
    word(name, number)
  }

  private mutating func number() -> Int? {
    let start = position
    if position < bytes.count, bytes[position] == 0x2D { position += 1 }
    while position < bytes.count, bytes[position].isDigit, position - start < 10 { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func symbol(_ symbol: UInt8) {
    switch UnicodeScalar(symbol) {
    case "'":
      let digits = bytes[position..<min(bytes.count, position + 2)]
      position += digits.count
      if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) { add(byte) }
    case "~": add("\u{A0}")
    case "_": add("-")
    case "*":
      // A group that only newer readers support; groups that contain text have other control words.
      state.isHidden = true
    case "\\", "{", "}": add(symbol)
    case "\r", "\n": endParagraph()
    default: break
    }
  }

  private mutating func word(_ name: String, _ number: Int?) {
    if let character = Self.characters[name] { return add(character) }
    switch name {
    case "par", "sect", "page":
      if !isInRow { endParagraph() } else { add(" ") }
    case "trowd": isInRow = true
    case "cell", "nestcell":
      flush()
      if !state.isHidden { cells.append(paragraph) }
      paragraph = ""
    case "row", "nestrow":
      let row = TextBuilder.row(cells)
      if !row.isEmpty { paragraphs.append(row) }
      cells = []
      isInRow = false
    case "pard": if cells.isEmpty { isInRow = false }
    case "intbl": isInRow = true
    case "ansicpg": if let number, number > 0 { codePage = "cp\(number)" }
    case "mac": codePage = "macintosh"
    case "v": state.isInvisible = number != 0
    case "deleted": state.isDeleted = number != 0
    case "plain": (state.isInvisible, state.isDeleted) = (false, false)
    case "shpinst": state.isInShape = states.last?.isHidden == false
    case "shptxt": if state.isInShape { state.isHidden = false }
    case "uc": state.fallback = max(0, min(number ?? 1, 16))
    case "u": unicode(number ?? 0)
    case "bin": position = min(bytes.count, position + max(0, number ?? 0))
    case "title", "author":
      state.property = states.count <= 4 && state.isHidden ? name : state.property
    default: if Self.hidden.contains(name) { state.isHidden = true }
    }
  }

  /// Adds a character by its signed code; its fallback is skipped.
  private mutating func unicode(_ number: Int) {
    let unit = UInt16(truncatingIfNeeded: number)
    if let scalar = surrogates(unit) { add(String(scalar)) }
    var left = state.fallback
    while left > 0, position < bytes.count {
      if bytes[position] == 0x5C, position + 3 < bytes.count, bytes[position + 1] == 0x27 {
        position += 4
      } else if bytes[position] == 0x7B || bytes[position] == 0x7D || bytes[position] == 0x5C {
        return
      } else {
        position += 1
      }
      left -= 1
    }
  }

  private var lead: UInt16?

  /// The scalar of a UTF-16 code unit, once its surrogate pair is complete.
  private mutating func surrogates(_ unit: UInt16) -> Unicode.Scalar? {
    defer { lead = UTF16.isLeadSurrogate(unit) ? unit : nil }
    if let lead, UTF16.isTrailSurrogate(unit) {
      return Unicode.Scalar(
        0x10000 + (UInt32(lead) - 0xD800) << 10 + UInt32(unit) - 0xDC00)
    }
    return Unicode.Scalar(UInt32(unit))
  }

  private mutating func endParagraph() {
    flush()
    let text = paragraph.trimmed
    if !text.isEmpty { paragraphs.append(text) }
    paragraph = ""
  }
}
