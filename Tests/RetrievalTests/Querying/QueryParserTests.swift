import Literature
import Query
import Retrieval
import Testing

/// Typed query, printed tree.
struct QueryParserTests {
  func tree(_ text: String) throws -> String {
    try QueryParser().parse(text).tree.description
  }

  @Test(arguments: [
    ("role clarity", "(any role clarity)"),
    ("+role clarity", "(any clarity (must role))"),
    ("peer -mentor", "(any peer (not mentor))"),
    ("a AND b OR c", "(or (and a b) c)"),
    ("a b AND c", "(any a (and b c))"),
    ("a OR b c", "(any (or a b) c)"),
    ("\"role clarity\"", "(phrase role clarity)"),
    ("a NEAR/5 b", "(near 5 a b)"),
    ("a NEAR b", "(near 10 a b)"),
    ("counsel*", "(prefix counsel)"),
    ("title:\"peer work\"", "(field title (phrase peer work))"),
    ("title:(a b)", "(field title (any a b))"),
    ("author:vojt", "(field author vojt)"),
  ])
  func `each row of the design's table`(text: String, tree: String) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.isEmpty)
    #expect(query.filter.isEmpty)
  }

  @Test(arguments: [
    ("role", "role"),
    ("role clarity HCV", "(any role clarity hcv)"),
    ("What is \"Role Clarity\"?", "(any what is (phrase role clarity))"),
    ("peer and support or not", "(any peer and support or not)"),
    ("C++ & C#, 50% (of all).", "(any c++ c 50 of all)"),
    ("peer-led don't 1:1 ½ n=25", "(any peer-led don't 1:1 ½ n=25)"),
    (
      "“curly quotes” „low ones“ «angles»",
      "(any (phrase curly quotes) (phrase low ones) (phrase angles))"
    ),
    ("-5 +1 - a", "(any 5 1 a)"),
    ("well -\"peer work\" +\"role\"", "(any well (must (phrase role)) (not (phrase peer work)))"),
    ("", "(any)"),
    (" \u{0}\t(…) ", "(any)"),
    ("互助 支持 Ἀθῆναι 👩🏽‍⚕️", "(any 互助 支持 ἀθῆναι 👩🏽‍⚕️)"),
    ("peer\u{0}support\u{FEFF}", "(any peer support)"),
  ])
  func `words are kept as typed, without the punctuation around them`(text: String, tree: String)
    throws
  {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.isEmpty)
  }

  @Test(arguments: [
    ("a NOT b", "(any a (not b))"),
    ("NOT a AND b", "(and (not a) b)"),
    ("a AND -b", "(and a (not b))"),
    ("a AND +b", "(and a b)"),
    ("NOT NOT a b", "(any a b)"),
    ("a OR b OR c AND d", "(or a b (and c d))"),
    ("(a OR b) OR c", "(or a b c)"),
    ("(a OR b) AND c", "(and (or a b) c)"),
    ("(a b) c", "(any a b c)"),
    ("(a +b) c", "(any (any a (must b)) c)"),
    ("c (-a)", "(any c (not a))"),
    ("c (-a -b)", "(any c (not (or a b)))"),
    ("c (+a -b)", "(any c (and a (not b)))"),
    ("+a +b", "(any (must a) (must b))"),
    ("NOT a NEAR/3 b c", "(any c (not (near 3 a b)))"),
    ("+a NEAR b c", "(any c (must (near 10 a b)))"),
    ("\"a b\" NEAR/0 c* NEAR/0 d", "(near 0 (phrase a b) (prefix c) d)"),
    ("+title:a -author:(b OR c)", "(any (must (field title a)) (not (field author (or b c))))"),
    ("Title:a AND TITLE:b*", "(and (field title a) (field title (prefix b)))"),
    ("c title:(-a)", "(any c (not (field title a)))"),
    ("()a", "a"),
    ("a AND ()", "a"),
  ])
  func `operators, signs and parentheses`(text: String, tree: String) throws {
    #expect(try self.tree(text) == tree)
  }

  @Test(arguments: [
    ("peer-support AND (", "peer-support", "Unmatched “(” at character 18"),
    ("\"unclosed words", "(any unclosed words)", "Unmatched quotation mark at character 1."),
    ("C++ (hcv) OR", "(any c++ hcv)", "“OR” at character 11 needs a term on both sides"),
    ("AND peer", "peer", "“AND” at character 1 needs a term"),
    ("a AND OR b", "(any a b)", "“AND” at character 3 needs a term"),
    ("a OR b)", "(any a b)", "Unmatched “)” at character 7"),
    ("NEAR/", "(any)", "needs a number from 0 to 1000"),
    ("a NEAR/2000 b", "(any a b)", "needs a number from 0 to 1000"),
    ("a NEAR (b c)", "(any a b c)", "The NEAR operand at character 8 is not a word or phrase"),
    ("a NEAR/2 b NEAR/4 c", "(near 4 a b c)", "largest distance, here 4"),
    ("AND", "and", "needs a term on both sides"),
    ("OR NOT", "(any or not)", "needs a term on both sides"),
    ("peer NOT mentor AND (", "(any peer (not mentor))", "Unmatched “(”"),
    ("\"role clarity\" -mentor (", "(any (phrase role clarity) (not mentor))", "Unmatched “(”"),
    ("title:(author:a b)", "(any (field author a) b)", "Field inside another field at character 8"),
    ("foo:bar baz", "(any foo bar baz)", "Unknown field “foo:”; searched as plain words."),
    ("see https://x.org/a?b=c", "(any see https x.org a b c)", "Unknown field “https:”"),
    (
      "-foo:bar baz", "(any baz (not foo) (not bar))",
      "Unknown field “foo:”; searched as plain words."
    ),
    ("n:few peers", "(any n few peers)", "is not a valid number or range"),
    ("year:20155", "(any year 20155)", "is not a valid number or range"),
    ("*", "(any)", "needs the start of a word"),
    ("wom*n", "wom*n", "only at the end of a word"),
    ("\"peer work*\"", "(phrase peer work)", "inside quotation marks"),
    ("a \"\" b", "(any a b)", "Empty quotation marks"),
    ("a -(b c)", "(any a b c)", "use NOT"),
    ("a OR +b", "(or a b)", "“+” next to OR"),
    ("-mentor", "(any (not mentor))", "only excludes words"),
    ("NOT a -b", "(any (not a) (not b))", "only excludes words"),
    ("NOT a AND NOT b", "(and (not a) (not b))", "only excludes words"),
  ])
  func `what is not well-formed is searched as words, with a note`(
    text: String, tree: String, note: String
  ) throws {
    let query = try QueryParser().parse(text)
    #expect(query.tree.description == tree)
    #expect(query.notes.contains { $0.contains(note) }, "\(query.notes)")
  }

  @Test func `a sign is an operator as the first character of a query too`() throws {
    #expect(try tree("-mentor peer") == "(any peer (not mentor))")
  }

  @Test(arguments: [
    ("+role \"a b\" AND x:y n:>=20", "(any role a b and x:y n:>=20)"),
    ("peer", "peer"),
    ("", "(any)"),
    ("<30> $100 -", "(any 30 100)"),
  ])
  func `a plain query is words alone`(text: String, tree: String) throws {
    let query = try QueryParser().parse(text, plain: true)
    #expect(query.tree.description == tree)
    #expect(query.filter.isEmpty)
  }

  @Test func `parentheses up to the limit hold, beyond it they are forgiven`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a AND b" + String(repeating: ")", count: depth)
    }
    #expect(try tree(nested(50)) == "(and a b)")
    let deeper = try QueryParser().parse(nested(51))
    #expect(deeper.tree.description == "(any a b)")
    #expect(deeper.notes.first?.hasPrefix("More than 50 nested parentheses") == true)
  }

  @Test(arguments: [
    ("(", 1_000, ""), (")", 1_000, ""), ("(a AND ", 50_000, ""), ("NOT ", 50_000, ""),
    ("NOT -a ", 50_000, ""), ("a NEAR ", 50_000, "b"), ("a OR ", 50_000, "b"),
    ("method:(", 50_000, ""), ("a:", 50_000, ""), ("x:y ", 50_000, ""),
    ("\"\"", 50_000, "\""), ("n:1..", 50_000, ""), ("*", 50_000, ""), ("-", 50_000, ""),
    ("e\u{301}\u{200D}", 50_000, ""),
  ])
  func `long and hostile text takes no longer than its length`(
    piece: String, count: Int, end: String
  ) throws {
    let text = String(repeating: piece, count: count) + end
    let duration = try ContinuousClock().measure {
      let query = try QueryParser().parse(text)
      #expect(query.notes.count <= 11)
      #expect(!query.tree.description.isEmpty)
    }
    #expect(duration < .seconds(2))
  }

  @Test func `ten thousand words are ten thousand words`() throws {
    let words = (0..<10_000).map { "w\($0)" }
    let query = try QueryParser().parse(words.joined(separator: " "))
    #expect(query.tree == .any(should: words.map { .word($0) }))
  }
}
