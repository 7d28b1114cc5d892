/// Finds the abstract of a record in the text of the whole work.
///
/// Line breaks, hyphens, punctuation and letter case may differ. The text must contain the
/// beginning and the end of the abstract, not much farther apart than in the abstract.
enum AbstractPlace {
  /// Number of letters and digits at each end that must agree.
  private static let ends = 60

  /// The range of the abstract in the text, in UTF-8 bytes; `nil` if the text does not contain it.
  static func find(_ abstract: String, in text: String) -> Range<Int>? {
    let wanted = letters(of: abstract).letters
    guard wanted.count >= 2 * ends else { return nil }
    let (letters, places) = letters(of: text)
    let most = wanted.count + wanted.count / 2
    return letters.withUnsafeBytes { letters in
      wanted.withUnsafeBytes { wanted -> Range<Int>? in
        let head = UnsafeRawBufferPointer(rebasing: wanted[..<ends])
        let tail = UnsafeRawBufferPointer(rebasing: wanted[(wanted.count - ends)...])
        guard let start = letters.first(head, from: 0, before: letters.count),
          let end = letters.first(
            tail, from: start, before: min(letters.count, start + most))
        else { return nil }
        let last = end + ends - 1
        return places[start]..<places[last] + 1
      }
    }
  }

  /// The letters and digits of a text in lower case, and where each begins.
  private static func letters(of text: String) -> (letters: [UInt8], places: [Int]) {
    var letters: [UInt8] = []
    var places: [Int] = []
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x41...0x5A: letters.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: letters.append(byte)
      default: continue
      }
      places.append(place)
    }
    return (letters, places)
  }
}
