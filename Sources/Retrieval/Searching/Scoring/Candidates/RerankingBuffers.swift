/// The memory for reranking, kept between the queries of a connection.
final class RerankingBuffers {
  let vectors = TermVectors()
  let lookup = TermLookup()
}
