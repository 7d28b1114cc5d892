/// The line of a query with a mistake, which is marked.
struct MistakeExcerpt {
  let text: String
  /// The offset of the mistake in the text, in Unicode scalars.
  let position: Int

  var html: HTML {
    let scalars = Array(text.unicodeScalars)
    guard position < scalars.count else { return .empty }
    let isBreak = { (scalar: Unicode.Scalar) in scalar == "\n" || scalar == "\r" }
    let start = scalars[..<position].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = scalars[position...].firstIndex(where: isBreak) ?? scalars.count
    func part(_ range: Range<Int>) -> String {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[range])
      return String(part)
    }
    let after = min(position + 1, end)
    return """
      <p><code>\(part(start..<position))<mark>\(part(position..<after))</mark>\
      \(part(after..<end))</code></p>
      """
  }
}
