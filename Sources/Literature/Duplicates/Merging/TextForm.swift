/// Chooses the better form of a title or an abstract that two records of a work write differently.
enum TextForm {
  /// Whether another title is whole where one is cut off, or in the usual letter case where one is
  /// in capitals, and is the same otherwise.
  static func isBetterTitle(_ other: String, than title: String) -> Bool {
    guard faults(of: other) < faults(of: title) else { return false }
    let (own, new) = (letters(of: title), letters(of: other))
    let shared = zip(own, new).prefix { $0 == $1 }.count
    return shared >= min(commonStart, own.count) && new.count + tolerance >= own.count
  }

  /// Whether another abstract is whole where one is cut off, with or without a mark.
  static func isBetterAbstract(_ other: String, than abstract: String) -> Bool {
    let (isCut, isOtherCut) = (isCutOff(abstract), isCutOff(other))
    let isLonger = other.utf8.count > abstract.utf8.count
    guard isLonger || (isCut && !isOtherCut), isCut || !isOtherCut else { return false }
    let (own, new) = (letters(of: abstract), letters(of: other))
    if isCut { return new.count + tolerance >= own.count }
    return new.starts(with: own)
  }

  /// Whether a text ends as search results do: "Peer support in hepatitis …".
  static func isCutOff(_ text: String) -> Bool {
    let end = text.suffix(8).trimmed
    return ["…", "...", "…]", "...]"].contains { end.hasSuffix($0) }
  }

  /// Whether all letters of several words are capitals.
  static func isInCapitals(_ text: String) -> Bool {
    text.contains(" ") && text.contains(where: \.isUppercase)
      && !text.contains(where: \.isLowercase)
  }

  /// A cut is worse than capitals.
  private static func faults(of title: String) -> Int {
    (isCutOff(title) ? 2 : 0) + (isInCapitals(title) ? 1 : 0)
  }

  /// The letters and digits in lower case; "&" is "and".
  private static func letters(of text: String) -> [Character] {
    let text = HTMLEntities.decode(text).replacing("&", with: "and").lowercased()
    return text.filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// Number of letters at the beginning that show that two titles are the same.
  private static let commonStart = 20
  /// Number of letters that the better form may lack: "programme" and "program".
  private static let tolerance = 5
}
