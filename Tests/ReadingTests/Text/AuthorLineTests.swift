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
    ("Simon Lee, Maria O’Hagan", ["Simon Lee", "Maria O’Hagan"]),
  ])
  func `names are split`(_ line: String, _ expected: [String]) {
    #expect(AuthorLine.names(line) == expected)
  }

  @Test(arguments: [
    "Rapid Response Service", "Key Challenges", "Training, Supervision and Support",
    "How to support and facilitate peer engagement", "Evidence", "",
    "University College London, London, UK", "Methods: we asked, and Ann Lee answered.",
  ])
  func `other lines are ignored`(_ line: String) {
    #expect(AuthorLine.names(line) == nil)
  }
}
