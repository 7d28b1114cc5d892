import Literature
import Testing

struct SubjectHeadingTests {
  @Test(
    arguments: [
      ("Peer Group", ["Peer Group"]), ("*Peer Group", ["Peer Group"]),
      ("Depression/*drug therapy/psychology", ["Depression"]),
      ("*Depression / psychology", ["Depression"]),
      ("Depression/px, td [Psychology, Trends]", ["Depression"]),
      ("Depression/pc [Prevention & Control]", ["Depression"]),
      ("Depression -- Psychosocial Factors", ["Depression"]),
      ("Depression, Postpartum/therapy", ["Depression, Postpartum", "Postpartum Depression"]),
      ("Hepatitis C, Chronic / therapy*", ["Hepatitis C, Chronic", "Chronic Hepatitis C"]),
      ("HIV/AIDS/prevention & control", ["HIV/AIDS"]), ("*HIV/AIDS/*psychology", ["HIV/AIDS"]),
      ("depression/disease management", ["depression"]),
      ("Nursing/Midwifery", ["Nursing/Midwifery"]), ("Depression/Anxiety", ["Depression/Anxiety"]),
      ("Aged, 80 and over", ["Aged, 80 and over", "80 and over Aged"]),
      ("HIV/AIDS", ["HIV/AIDS"]), ("and/or", ["and/or"]), ("a, b, c", ["a, b, c"]),
      ("-- a", ["-- a"]), ("/therapy", ["/therapy"]),
      ("/", ["/"]), (" , ", [","]), ("*", [""]), ("", [""]),
    ] as [(String, [String])])
  func `a keyword is found by its heading`(keyword: String, names: [String]) {
    #expect(SubjectHeading.names(of: keyword) == names)
    #expect(SubjectHeading.natural(keyword) == names.last)
  }
}
