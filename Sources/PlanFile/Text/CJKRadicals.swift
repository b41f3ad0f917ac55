/// The CJK radicals: characters for the parts of a kanji in dictionaries, which look like a kanji but
/// are not. Text copied from PDF files is full of them (⼒ for 力, ⻑ for 長), and then neither a
/// search nor a spell checker finds the word.
///
/// Normalization (NFKC) is not enough: it leaves ⻑ as it is and turns ⼾ into 戶, which Japanese does
/// not use. Source of the pairs: the Unicode Standard, blocks "Kangxi Radicals" and "CJK Radicals
/// Supplement"; where Japanese writes the character differently (戸, 青, 黄, 黒), the Japanese form.
package enum CJKRadicals {
  /// Whether the character lies in the two blocks of radicals.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x2FDF).contains(scalar.value)
  }

  /// The character that is usually meant by a radical; nil when there is none.
  ///
  /// - Complexity: O(1).
  package static func character(for radical: Unicode.Scalar) -> Unicode.Scalar? {
    let index = Int(radical.value) - 0x2F00
    if kangxi.indices.contains(index) { return kangxi[index] }
    return supplement[radical]
  }

  /// U+2F00 to U+2FD5 in order.
  private static let kangxi = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土"
      + "士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戸手"
      + "支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉"
      + "瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳"
      + "聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
      + "辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"
      + "鬲鬼魚鳥鹵鹿麥麻黄黍黒黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

  private static let supplement = Dictionary(
    uniqueKeysWithValues: zip(supplementRadicals.unicodeScalars, supplementMeanings.unicodeScalars))

  private static let supplementRadicals =
    "⺁⺃⺄⺅⺆⺇⺉⺊⺋⺎⺏⺐⺑⺒⺓⺔⺕⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦"
    + "⺨⺩⺪⺫⺬⺭⺮⺯⺰⺲⺶⺷⺸⺹⺺⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍"
    + "⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯"
    + "⻰⻱⻲⻳"

  /// In the order of `supplementRadicals`.
  private static let supplementMeanings =
    "厂乚乙亻冂几刂卜㔾兀尣尢尢巳幺彑彐忄扌攵旡冃月歺母民氵氺灬爫爫丬"
    + "犭王疋罒示礻竹糹纟罒羊羊羊耂肀月臼艹艹艹虎衤覀西见角角讠贝车辶辶"
    + "辶阝钅長镸长门阝雨青韦页风飞食飠飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜"
    + "龙龜亀龟"
}
