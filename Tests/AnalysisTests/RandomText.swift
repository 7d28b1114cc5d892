import SeededRandom

/// Random texts of pieces that are hard to segment, for property tests; reproducible from a seed.
struct RandomText: RandomNumberGenerator {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { random.next() }

  static let common = [
    "a", "B", "peer", "Led", ".The", "led.Peer", "É", "é", "e\u{301}", "\u{301}", "1", "23", ".",
    "?", "!", ",", ";",
    ":", "'", "’", "_", "-", "‐", "‑", " ", "  ", "\n", "\r\n", "\t", "\"", "(", ")", "@", "#",
    "\u{AD}",
  ]

  static let rare = [
    "漢", "字", "カ", "ー", "ひ", "한", "א", "ש", "״", "ก", "ภาษา", "ไทย", "\u{200D}", "👩", "👍",
    "🏽", "🇩", "🇪", "β", "Σ", "ς", "ж", "م", "ح", "\u{64E}", "ـ", "क", "ि", "्", "ﷺ", "½", "²",
    "ⅳ", "①", "©", "™", "–", "—", "…", "\u{2028}", "\u{2029}", "\u{85}", "\u{FE0F}", "：", "．", "‧",
    "·", "٣", "٫", "𝐀", "𠀀", "က", "\u{1}", "\u{0}", "/", "＇", "ʼ", "‿", "゛", "々", "〆", "〇",
    "ｶ", "ﾞ", "ᄀ", "ᅡ", "ㄱ", "\u{200B}", "\u{200C}", "\u{FEFF}", "。", "！", "।", "؟", "”", "“",
    "\r", "\u{A0}", "🎉",
  ]

  /// A text of at most `most` pieces.
  mutating func text(most: Int) -> String {
    let onlyCommon = Bool.random(using: &self)
    let count = Int.random(in: 0...most, using: &self)
    var text = ""
    for _ in 0..<count {
      let fromRare = !onlyCommon && Bool.random(using: &self)
      let pieces = fromRare ? Self.rare : Self.common
      text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }
    return text
  }

  /// Bytes that are mostly not UTF-8.
  mutating func bytes(most: Int) -> [UInt8] {
    let count = Int.random(in: 0...most, using: &self)
    return (0..<count).map { _ in
      Bool.random(using: &self)
        ? UInt8.random(in: 0x20...0x7E, using: &self) : UInt8.random(in: 0...255, using: &self)
    }
  }
}
