import Query

extension SearchRequest {
  /// The places of the requested hits in the ranking, from 0.
  ///
  /// Offset and limit can be any numbers, whose sum could overflow. An index numbers its texts with
  /// 32 bits, so that no place is beyond them.
  package var places: Range<Int> {
    let most = Int(UInt32.max)
    let start = min(max(0, offset), most)
    return start..<start + min(max(0, limit), most)
  }
}
