import Analysis
import Testing

struct AbbreviationsTests {
  @Test(arguments: [
    ("people with hepatitis C virus (HCV) infection", ["HCV = hepatitis C virus"]),
    ("HCV (hepatitis C virus) infection", ["HCV = hepatitis C virus"]),
    (
      "advanced peer support workers (APSWs) themselves",
      ["APSWs = advanced peer support workers"]
    ),
    ("We did a randomised controlled trial (RCT; n=20).", ["RCT = randomised controlled trial"]),
    ("the “serious mental illness” (SMI) group", ["SMI = serious mental illness"]),
    (
      "assertive community treatment (ACT) and case management (CM).",
      ["ACT = assertive community treatment", "CM = case management"]
    ),
    (
      "human immunodeficiency virus\n(HIV) and acquired immune deficiency syndrome (AIDS)",
      ["HIV = human immunodeficiency virus", "AIDS = acquired immune deficiency syndrome"]
    ),
    ("direct-acting antivirals (DAAs)", ["DAAs = direct-acting antivirals"]),
    ("messenger RNA (mRNA)", ["mRNA = messenger RNA"]),
    ("the École des hautes études (EHE)", []),
    ("participants (see Table 2) and others (45%) were peers (n = 12)", []),
    ("Peers met. However (H) nothing", []),
    ("the virus. Care (VC)", []),
    ("hepatitis\n\nC virus (HCV)", []),
    ("() (A) (AB", []),
    ("HCV (chronic)", []),
  ])
  func `definitions of abbreviations are found`(text: String, expected: [String]) {
    let found = Abbreviation.definitions(in: text)
    #expect(found.map { "\($0.shortForm) = \($0.longForm)" } == expected)
    let bytes = Array(text.utf8)
    for abbreviation in found {
      let (short, long) = (bytes[abbreviation.shortBytes], bytes[abbreviation.longBytes])
      #expect(String(decoding: short, as: UTF8.self) == abbreviation.shortForm)
      #expect(String(decoding: long, as: UTF8.self) == abbreviation.longForm)
    }
  }
}
