import Appraisal
import Literature
import Testing

struct SampleSizeAppraiserTests {
  @Test(arguments: [
    // How numbers are written.
    ("We randomly assigned 1,284 women with asthma to coaching or usual care.", 1284),
    ("We randomly assigned 1 284 women with asthma to coaching or usual care.", 1284),
    ("We randomly assigned 1\u{2009}284 women with asthma to coaching or usual care.", 1284),
    ("We randomly assigned 1.284 women with asthma to coaching or usual care.", 1284),
    ("We randomly assigned 1’284 women with asthma to coaching or usual care.", 1284),
    ("Three hundred and two adults with gout were randomised to coaching or leaflets.", 302),
    ("Twenty-five mentors were interviewed about their work.", 25),
    ("Hundred and sixteen carers were enrolled in the programme.", 116),
    ("A total of two thousand one hundred and six adults were recruited.", 2106),
    // The noun that is counted, and the wording.
    ("Adults with gout (N = 188) were randomised to coaching or leaflets.", 188),
    ("A total of 96 young people were interviewed in four towns.", 96),
    ("Of 512 carers approached, 433 were randomised.", 433),
    ("In all, 640 people were screened, and 377 were enrolled.", 377),
    ("The trial enrolled 214 patients, of whom 190 completed follow-up.", 214),
    ("We interviewed 31 volunteers in nine towns over 14 weeks.", 31),
    ("PARTICIPANTS: 77 veterans aged 45 to 70 years.", 77),
    ("In total, 140 stage 2 kidney patients were randomised.", 140),
    ("Sixty breast cancer survivors (BCS) took part. Sixty BCS were randomised.", 60),
    // A total followed by its arms.
    ("420 smokers were randomised to texts (n = 212) or leaflets (n = 208).", 420),
    ("We enrolled 90 couples: 44 in the course group and 46 in the waiting group.", 90),
    // Parts that add up.
    ("Interviews were held with 18 peer workers and their four managers.", 22),
    ("We spoke to 40 patients and 12 nurses in interviews.", 52),
    // Plans.
    ("We will recruit 350 mothers from 15 clinics and follow them for 12 months.", 350),
    ("Approximately 260 students will be randomly assigned to one of two courses.", 260),
  ])
  func `the total is found`(text: String, expected: Int) {
    let found = appraise(text).sampleSize
    #expect(found.map(\.value) == [expected])
    #expect(found.first?.origin == .extracted)
  }

  @Test(arguments: [
    "Peer workers are found in many services.",
    "The study ran at 14 sites in 3 countries for 24 months.",
    "Patients received 120 mg daily for 12 weeks; 45% improved (p = 0.03).",
    "Women aged 18 to 65 years were eligible. Follow-up was at 6, 12 and 18 months.",
    "Between January 2014 and June 2016, patients were recruited from 12 clinics.",
    "In all, 239 were assigned to surgery and 235 to tablets alone.",
    "The questionnaire has 21 items and was sent in 2015.",
    "",
  ])
  func `a text without a count has no sample size`(text: String) {
    #expect(appraise(text).sampleSize.isEmpty)
  }

  @Test(arguments: [
    ("We will recruit 350 mothers from 15 clinics.", "planned"),
    ("Of 512 carers approached, 433 were randomised.", "randomised"),
    ("We interviewed 31 volunteers in nine towns.", "interviewed"),
    ("The programme enrolled 214 patients in two towns.", "enrolled"),
  ])
  func `the rule that found a number is recorded`(text: String, rule: String) {
    #expect(appraise(text).sampleSize.first?.evidence.first?.rule == rule)
  }

  @Test func `a curated “none” stays “none”`() {
    var document = sample("We interviewed 31 volunteers in nine towns.")
    document.facets.statedNone = [.sampleSize]
    #expect(appraise(document).sampleSize.isEmpty)
  }

  @Test func `a curated number is kept beside the extracted one`() {
    var document = sample("We interviewed 31 volunteers in nine towns.")
    document.facets.sampleSize = [FacetValue(30, origin: .curated)]
    let found = appraise(document).sampleSize
    #expect(found.map(\.value) == [30, 31])
    #expect(Facets.effective(found).map(\.value) == [30])
  }

  @Test func `text outside all sections is not read`() {
    let page = "Downloaded by 300 patients. "
    var document = sample(page + "We interviewed 31 volunteers in nine towns.")
    document.sections = [Section(bytes: page.utf8.count..<document.text.utf8.count)]
    #expect(appraise(document).sampleSize.map(\.value) == [31])
    document.sections = [Section(bytes: 0..<page.utf8.count)]
    #expect(!appraise(document).sampleSize.map(\.value).contains(31))
  }

  @Test func `numbers in references are ignored`() {
    let text = "Mentors help. References 1. Doe J. A trial of 300 patients with asthma."
    let start =
      text.utf8.count - "References 1. Doe J. A trial of 300 patients with asthma.".utf8.count
    var document = sample(text)
    document.sections = [
      Section(bytes: 0..<start),
      Section(heading: "References", kind: .references, bytes: start..<text.utf8.count),
    ]
    #expect(appraise(document).sampleSize.isEmpty)
  }
}
