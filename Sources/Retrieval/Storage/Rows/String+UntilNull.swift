extension String {
  /// The part that ``RowBinder`` and GRDB store, and look up: the text up to its first U+0000.
  var untilNull: String {
    utf8.contains(0) ? String(decoding: utf8.prefix { $0 != 0 }, as: UTF8.self) : self
  }
}
