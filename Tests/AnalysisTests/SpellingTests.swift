import Analysis
import Testing

/// British and American spellings become the same term, and different words do not.
struct SpellingTests {
  @Test(arguments: [
    ("behaviour", "behavior"), ("behavioural", "behavioral"), ("organisation", "organization"),
    ("organisational", "organizational"), ("organised", "organizing"),
    ("programme", "program"), ("programmes", "programs"), ("randomised", "randomized"),
    ("randomisation", "randomization"), ("centre", "center"), ("centred", "centered"),
    ("multicentre", "multicenter"), ("paediatric", "pediatric"), ("anaemia", "anemia"),
    ("oesophageal", "esophageal"), ("oedema", "edema"), ("haemodialysis", "hemodialysis"),
    ("leukaemia", "leukemia"), ("gynaecology", "gynecology"), ("foetal", "fetal"),
    ("orthopaedic", "orthopedic"), ("diarrhoea", "diarrhea"), ("oestrogen", "estrogen"),
    ("aetiology", "etiology"), ("anaesthetic", "anesthetic"), ("analyse", "analyze"),
    ("analysed", "analyzing"), ("analysis", "analyses"), ("analysis", "analyzed"),
    ("diagnosis", "diagnoses"), ("hypothesis", "hypothesised"), ("labelled", "labeled"),
    ("modelling", "modeling"), ("enrolment", "enrollment"), ("fulfil", "fulfill"),
    ("travelling", "traveling"), ("judgement", "judgment"), ("practising", "practicing"),
    ("licence", "license"), ("defence", "defense"), ("advisor", "adviser"),
    ("stigmatised", "stigmatized"), ("ageing", "aging"), ("trialled", "trialed"),
    ("catalogue", "catalog"), ("tumour", "tumor"), ("sulphate", "sulfate"),
    ("skilful", "skillful"), ("metre", "meter"), ("neighbourhood's", "neighborhood"),
    ("recognisable", "recognizable"), ("recovery", "recovering"), ("mentorship", "mentors"),
    ("indices", "index"), ("competence", "competent"), ("criticised", "criticism"),
    ("lonely", "loneliness"), ("consumer", "consumers"), ("incident", "incidents"),
    ("practical", "practically"), ("mechanical", "mechanics"), ("mobility", "mobilities"),
    ("literature", "literatures"), ("nominal", "nominally"), ("add", "added"), ("adds", "adding"),
    ("err", "erred"), ("erring", "errs"), ("egg", "egged"), ("ebb", "ebbing"), ("butt", "butted"),
    ("staff", "staffing"), ("staffed", "staffs"),
  ])
  func `spellings and forms of a word have one term`(one: String, other: String) throws {
    let analyzer = try Analyzer()
    #expect(analyzer.tokens(in: one).map(\.term) == analyzer.tokens(in: other).map(\.term))
  }

  @Test(arguments: [
    ("organisation", "organ"), ("experience", "experiment"), ("positive", "position"),
    ("subjective", "subject"), ("informal", "information"), ("emergency", "emerging"),
    ("internalised", "internship"), ("international", "internal"), ("several", "severe"),
    ("universal", "university"), ("important", "imported"), ("hour", "horror"),
    ("four", "for"), ("basis", "bases"), ("counsel", "council"), ("wise", "size"),
    ("medication", "medical"), ("relative", "related"), ("publication", "public"),
    ("responsible", "response"), ("exclusive", "exclusion"), ("meaning", "mean"),
    ("department", "depart"), ("reference", "refer"), ("organism", "organ"),
    ("correctional", "correct"), ("mindfulness", "mind"), ("officer", "office"),
    ("immunisation", "immune"), ("customer", "custom"), ("temporary", "temporal"),
    ("hepatitis", "hepatic"), ("pancreatitis", "pancreatic"), ("meningitis", "meninges"),
    ("conjunctivitis", "conjunction"), ("appendicitis", "appended"), ("lonely", "lone"),
    ("consumers", "consumed"), ("incident", "incidence"), ("incidental", "incident"),
    ("practical", "practice"), ("mobility", "mobile"), ("respectively", "respect"),
    ("moderator", "moderate"), ("diversion", "diversity"), ("literate", "litre"),
    ("literature", "literate"), ("continence", "continent"), ("plasticity", "plastic"),
    ("mechanical", "mechanism"), ("elective", "elected"), ("utility", "utilized"),
    ("colonization", "colon"), ("designated", "designed"), ("nominal", "nominated"),
    ("added", "AD"), ("adding", "ads"), ("erred", "ER"), ("egged", "EG"), ("ebbing", "EB"),
    ("butted", "but"), ("offing", "of"), ("Addington", "add"), ("Ebbinghaus", "ebb"),
    ("Eggington", "egg"), ("Staffordshire", "staff"), ("inning", "in"), ("odds", "od"),
  ])
  func `unrelated words have different terms`(one: String, other: String) throws {
    let analyzer = try Analyzer()
    #expect(analyzer.tokens(in: one).map(\.term) != analyzer.tokens(in: other).map(\.term))
  }

  @Test(arguments: [
    ["supervise", "supervised", "supervision"], ["advise", "advised", "adviser"],
    ["exercise", "exercised", "exercising"], ["surprise", "surprising", "surprised"],
    ["promise", "promising", "promised"], ["raise", "raised", "raising"],
    ["revise", "revised", "revision"],
  ])
  func `endings that are not suffixes are kept`(family: [String]) throws {
    let analyzer = try Analyzer()
    let terms = Set(family.flatMap { analyzer.tokens(in: $0).map(\.term) })
    #expect(terms.count == 1, "\(terms)")
    #expect(!terms.contains { $0.contains("z") })
  }

  @Test(arguments: [
    ("paediatrics", "pediatrics"), ("behaviours", "behaviors"), ("randomised", "randomized"),
    ("oesophageal", "esophageal"), ("programmes", "programs"), ("nurses", "nurses"),
    ("exercise", "exercise"), ("", ""), ("病", "病"),
  ])
  func `a word is spelled in one way, with its ending`(word: String, spelling: String) throws {
    #expect(try Analyzer().spelling(of: word) == spelling)
    #expect(try Analyzer(language: "german").spelling(of: word) == word)
  }
}
