import Ranking

/// The lists of forms that were added to queries, kept until the index changes.
///
/// A phrase has no stored list, and building one takes up to a few milliseconds. The phrases that
/// are added are those of the synonyms and abbreviations, so many queries need the same ones.
/// Phrases that are typed are not kept.
final class ListCache {
  /// The maximum number of postings; in memory, they take about two bytes each.
  private static let mostPostings = 2_000_000
  /// The maximum number of lists.
  private static let mostLists = 4096

  private var lists: [BuiltListKey: PostingRows?] = [:]
  private var postings = 0

  /// The rows of a list, `.some(nil)` if it is empty; `nil` if it is not kept.
  func rows(_ key: BuiltListKey) -> PostingRows?? { lists[key] }

  /// Keeps a list, `nil` if it is empty.
  func keep(_ rows: PostingRows?, postings count: Int, for key: BuiltListKey) {
    if count > Self.mostPostings { return }
    if postings + count > Self.mostPostings || lists.count >= Self.mostLists {
      lists.removeAll()
      postings = 0
    }
    lists[key] = .some(rows)
    postings += count
  }
}
