extension Document {
  /// The abstract of a record, on one line, if only titles and abstracts in other languages and the
  /// numbers of trials follow it; `nil` if there is none.
  var recordedAbstract: String? {
    if text.isEmpty || !isRecord { return nil }
    guard let end = text.utf8.firstIndex(of: 0x0A) else { return text }
    let length = text.utf8.distance(from: text.startIndex, to: end)
    let marked = sections.filter { $0.isInAbstract }
    let isFirstLine = !marked.isEmpty && marked.allSatisfy { $0.bytes.upperBound <= length }
    return isFirstLine ? String(text[..<end]) : nil
  }

  /// Whether it is a record of a file, not a file that is one document.
  var isRecord: Bool { source.key != nil || source.line != nil }

  /// Whether it is known which part of the text is the abstract.
  package var hasKnownAbstract: Bool {
    recordedAbstract != nil || sections.contains { $0.isInAbstract || $0.kind == .abstract }
  }

  /// Marks the abstract that another record of the work states: its place in the text or, if the
  /// text does not contain it, a new first section.
  package mutating func addAbstract(_ abstract: String) {
    if let range = AbstractPlace.find(abstract, in: text) {
      markAbstract(range)
      return
    }
    let heading = "Abstract\n"
    let start = "\(heading)\(abstract)\n\n"
    text = start + text
    for index in sections.indices {
      let old = sections[index].bytes
      let shift = start.utf8.count
      sections[index].bytes = old.lowerBound + shift..<old.upperBound + shift
    }
    let bytes = heading.utf8.count..<heading.utf8.count + abstract.utf8.count
    sections.insert(
      Section(heading: "Abstract", kind: .abstract, bytes: bytes, isInAbstract: true), at: 0)
  }

  /// Makes a range of the text a section of its own.
  private mutating func markAbstract(_ range: Range<Int>) {
    let first = sections.firstIndex { $0.bytes.overlaps(range) }
    let page = first.flatMap { sections[$0].page }
    var divided: [Section] = []
    for section in sections where section.bytes.overlaps(range) {
      if section.bytes.lowerBound < range.lowerBound {
        var before = section
        before.bytes = section.bytes.lowerBound..<range.lowerBound
        divided.append(before)
      }
      if section.bytes.upperBound > range.upperBound {
        var after = section
        after.bytes = range.upperBound..<section.bytes.upperBound
        divided.append(after)
      }
    }
    sections.removeAll { $0.bytes.overlaps(range) }
    sections += divided
    sections.append(
      Section(
        heading: "Abstract", kind: .abstract, bytes: range, page: page, isInAbstract: true))
    sections.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }
}
