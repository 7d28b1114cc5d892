import Literature
import Query

/// The line of a query with a mistake, which is marked.
struct MistakeExcerpt {
  let text: String
  /// The offset of the mistake in the text, in Unicode scalars.
  let position: Int

  var html: HTML {
    let scalars = Array(text.unicodeScalars)
    guard position < scalars.count else { return .empty }
    let line = MalformedQuery.line(at: position, of: scalars)
    func part(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
    let after = min(position + 1, line.upperBound)
    return """
      <p><code>\(part(line.lowerBound..<position))<mark>\(part(position..<after))</mark>\
      \(part(after..<line.upperBound))</code></p>
      """
  }
}
