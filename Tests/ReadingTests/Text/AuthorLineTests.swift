import Literature
import Reading
import Testing

struct AuthorLineTests {
  @Test(arguments: [
    ("Surey J^{1,2}, Gibbons J², Leonard, M^{2,4}", ["Surey J", "Gibbons J", "Leonard, M"]),
    ("Ann Lee1,2, Bo Chen1 and Cy van der Berg*", ["Ann Lee", "Bo Chen", "Cy van der Berg"]),
    ("Ann Lee, Bo Chen & Cy Day", ["Ann Lee", "Bo Chen", "Cy Day"]),
    ("Lee, Ann; Chen, Bo", ["Lee, Ann", "Chen, Bo"]),
    ("By Ann Lee", ["Ann Lee"]),
    ("Lee A, Chen B, et al.", ["Lee A", "Chen B"]),
    (
      "Jane A. Smith 1 , Carlos Jones-Díaz 2 and Lucja Nowak 1",
      ["Jane A. Smith", "Carlos Jones-Díaz", "Lucja Nowak"]
    ),
    ("Ann Lee 1 , 2 , Bo Chen 3, and Cy Day 1,2", ["Ann Lee", "Bo Chen", "Cy Day"]),
    (
      "Jane A. Smith¹, Carlos Jones-Díaz² and Bo Chen¹",
      ["Jane A. Smith", "Carlos Jones-Díaz", "Bo Chen"]
    ),
    ("Simon Lee, Maria O’Hagan", ["Simon Lee", "Maria O’Hagan"]),
    ("Ann Lee, MD, PhD, Bo Chen, RN", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee, PhD; Bo Chen, MSW", ["Ann Lee", "Bo Chen"]),
    ("Garcia Lopez, MA, Perez Diaz, JC", ["Garcia Lopez, MA", "Perez Diaz, JC"]),
  ])
  func `names are split`(_ line: String, _ expected: [String]) {
    #expect(AuthorLine.names(line) == expected)
  }

  @Test(arguments: [
    "Rapid Response Service", "Key Challenges", "Training, Supervision and Support",
    "How to support and facilitate peer engagement", "Evidence", "",
    "University College London, London, UK", "Ward 12, Building 3", "Phase 2, Arm 1",
    "Methods: we asked, and Ann Lee answered.",
  ])
  func `other lines are ignored`(_ line: String) {
    #expect(AuthorLine.names(line) == nil)
  }

  @Test(
    arguments: [
      (
        "Jane Hartley and Imran Siddiqui, University of Airedale",
        ["Jane Hartley", "Imran Siddiqui"]
      ),
      ("Ann Lee, Bo Chen, Leeds Hospital Trust, Leeds", ["Ann Lee", "Bo Chen"]),
      ("Ann K. Lee, School of Nursing", ["Ann K. Lee"]), ("Ann Lee and Bo Chen", nil),
      ("University of Airedale, Bradford", nil),
      ("Peer Support Team, Leeds University Trust", nil),
      ("We asked Ann Lee and Bo Chen, of the university.", nil),
    ] as [(String, [String]?)])
  func `names before an institution`(_ line: String, _ expected: [String]?) {
    #expect(AuthorLine.namesWithInstitution(line) == expected)
  }
}
