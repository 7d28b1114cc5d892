import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Lucene (Debian liblucene8-java): one segment, English analyzer, default BM25, text stored,
 * counting off. Communicates with lucene_peer.py, line by line.
 *
 * <p>index FOLDER reads passages from standard input, one per line: year, title, heading and body,
 * separated by tabs. query FOLDER reads: repetitions, budget in seconds, year or 0, kind, words
 * separated by spaces. It writes: best and median microseconds, numbers of hits separated by spaces.
 */
public final class LucenePeer {
  private static final Analyzer ANALYZER = new EnglishAnalyzer();

  public static void main(String[] arguments) throws Exception {
    Path folder = Paths.get(arguments[1]);
    if (arguments[0].equals("index")) {
      index(folder);
    } else {
      query(folder);
    }
  }

  private static void index(Path folder) throws Exception {
    IndexWriterConfig configuration = new IndexWriterConfig(ANALYZER);
    configuration.setRAMBufferSizeMB(512);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), configuration)) {
      var lines = new java.io.BufferedReader(
          new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 20);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        Document document = new Document();
        document.add(new StringField("year", line.substring(0, tab), Field.Store.NO));
        document.add(new TextField("text", line.substring(tab + 1), Field.Store.YES));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static void query(Path folder) throws Exception {
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(MMapDirectory.open(folder)));
    searcher.setQueryCache(null);
    var lines = new java.io.BufferedReader(
        new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
    List<String[]> asked = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      asked.add(line.split("\t"));
    }
    // The just-in-time compiler needs many rounds before the code is fast.
    for (int round = 0; round < 30; round++) {
      for (String[] query : asked) {
        search(searcher, query[3], query[4], query[2]);
      }
    }
    for (String[] query : asked) {
      int repeat = Integer.parseInt(query[0]);
      double budget = Double.parseDouble(query[1]) * 1e9;
      List<Long> times = new ArrayList<>();
      ScoreDoc[] hits = {};
      long started = System.nanoTime();
      while (times.size() < repeat
          && (times.size() < 3 || System.nanoTime() - started < budget)) {
        long before = System.nanoTime();
        hits = search(searcher, query[3], query[4], query[2]);
        times.add(System.nanoTime() - before);
      }
      times.sort(null);
      StringBuilder answer = new StringBuilder();
      answer.append(times.get(0) / 1000.0).append('\t');
      answer.append(times.get(times.size() / 2) / 1000.0).append('\t');
      for (ScoreDoc hit : hits) {
        answer.append(hit.doc).append(' ');
      }
      System.out.println(answer.toString().strip());
    }
  }

  private static ScoreDoc[] search(IndexSearcher searcher, String kind, String text, String year)
      throws Exception {
    Query query = query(kind, text);
    if (!year.equals("0")) {
      query = new BooleanQuery.Builder()
          .add(query, Occur.MUST)
          .add(new TermQuery(new Term("year", year)), Occur.FILTER)
          .build();
    }
    TopScoreDocCollector collector = TopScoreDocCollector.create(10, null, 10);
    searcher.search(query, collector);
    return collector.topDocs().scoreDocs;
  }

  private static Query query(String kind, String text) throws Exception {
    if (kind.equals("prefix")) {
      return new PrefixQuery(new Term("text", text.split(" ")[0]));
    }
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term("text", term.toString()));
      }
      stream.end();
    }
    if (kind.equals("phrase")) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      terms.forEach(phrase::add);
      return phrase.build();
    }
    if (terms.size() == 1) {
      return new TermQuery(terms.get(0));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Term term : terms) {
      all.add(new TermQuery(term), kind.equals("and") ? Occur.MUST : Occur.SHOULD);
    }
    return all.build();
  }
}
