/// Names as no plan should have them: all widths, combining marks, emoji, punctuation.
enum RandomNames {
  private static let pieces = [
    "a", "Build", " ", "-", ", ", "営業", "オンライン", "（料金）", "ﾊﾞｯﾁ", "ＡＢＣ", "e\u{301}", "か\u{3099}",
    "👩‍👩‍👧‍👦", "🇯🇵", "1\u{FE0F}\u{20E3}", "①", "…", "\u{200B}", "㍿", "𠮷", "한국", "supercalifragilistic",
    "、",
  ]

  static func name(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...14, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
