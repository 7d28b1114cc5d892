import Appraisal
import Embeddings
import Literature
import Reading

/// Options for updating an index.
public struct IndexOptions: Sendable {
  /// Removes documents under the given paths whose source no longer exists.
  public var prune = false
  /// Merges all postings into one segment, so that nothing remains of deleted documents.
  public var optimize = false
  /// Snowball language of a new index; an existing index keeps its language.
  public var language = "english"
  /// Gives a new index an FTS5 table, with which SQL searches the text; an existing index stays as
  /// it is.
  public var fullText = true
  /// Counts the files in advance, on another thread, so that progress can show how much is left.
  public var countsAhead = false
  /// Options for reading files.
  public var reading = ReadingOptions()
  /// An index of at most this many passages is rewritten after every deletion; tests set 0.
  package var smallIndex = SegmentWear.smallIndex
  /// How much of a segment is encoded at a time.
  package var batches = SegmentBatches()
  /// The table that the embeddings of documents are made with; `nil` for no embeddings.
  package var embeddings: EmbeddingTable? = EmbeddingTable.standard
  /// Encodes documents once their text can be searched; `nil` leaves them with the embeddings that
  /// are made of their words.
  package var encoder: EncoderFile?

  /// The identity of the appraiser; tests set it.
  ///
  /// Documents with facets of another appraiser are appraised again.
  package var appraisal = Appraiser.identity

  /// Creates the default options.
  public init() {}
}
