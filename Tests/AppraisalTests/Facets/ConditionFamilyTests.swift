import Appraisal
import Literature
import Testing

/// Families of wording that are about a condition, or only near one.
///
/// Training leaves these sentences out, so that they test it.
struct ConditionFamilyTests {
  @Test(arguments: [
    ("Depression among pregnant women", "perinatal-mental-health", "depression"),
    ("Depressive symptoms in recent mothers", "perinatal-mental-health", "depression"),
    ("Depression after childbirth", "perinatal-mental-health", "depression"),
    ("Depression in rural mothers", "perinatal-mental-health", "depression"),
    ("Alcohol and other drug use among students", "substance-use", "alcohol-use"),
    ("Alcohol or substance abuse in veterans", "substance-use", "alcohol-use"),
    ("Depression in older women", "depression", "perinatal-mental-health"),
    ("Depression among nurses", "depression", "perinatal-mental-health"),
    ("Alcohol use among students", "alcohol-use", "substance-use"),
    ("Smoking cessation for carers", "tobacco-use", "substance-use"),
  ])
  func `words side by side name one condition`(title: String, code: String, other: String) {
    let found = codes(appraise("We surveyed 200 people.", title: title).condition)
    #expect(found.contains(code), "\(found)")
    #expect(!found.contains(other), "\(found)")
  }

  @Test(arguments: [
    "Cessation of injection drug use among youth", "Cessation of breastfeeding at work",
    "Cessation of dialysis", "The cessation of contact with families",
    "Early cessation of exclusive breastfeeding",
  ])
  func `cessation alone is not that of smoking`(title: String) {
    let found = codes(appraise("We surveyed 200 people.", title: title).condition)
    #expect(!found.contains("tobacco-use"), "\(found)")
  }

  @Test(arguments: [
    (
      "Peers in opioid use disorder", "Substance use disorders such as opioid use were treated.",
      "opioid-use", "substance-use"
    ),
    (
      "Recovery coaches for heroin users", "Heroin use is a substance use disorder.", "opioid-use",
      "substance-use"
    ),
    (
      "Mentors against smoking", "Tobacco is the most used substance. Smokers met mentors.",
      "tobacco-use", "substance-use"
    ),
    (
      "Brief advice for hazardous drinkers", "Alcohol misuse was advised on by peers.",
      "alcohol-use", "substance-use"
    ),
    (
      "Peer groups for schizophrenia", "Schizophrenia is a mental illness. Adults met peers.",
      "psychosis", "mental-health"
    ),
    (
      "Mentors for people with bipolar disorder", "Bipolar disorder is a mental disorder.",
      "bipolar", "mental-health"
    ),
    (
      "Volunteers in eating disorders", "Eating disorders are mental health conditions.",
      "eating-disorder", "mental-health"
    ),
    (
      "Lay counselling for depression", "Depression is a common mental disorder.", "depression",
      "mental-health"
    ),
    (
      "Asthma coaches", "Asthma is a respiratory disease. Coaches visited adults with asthma.",
      "asthma", "respiratory"
    ),
    (
      "Stroke clubs", "Stroke is a cardiovascular disease. Survivors of stroke met monthly.",
      "stroke", "cardiovascular"
    ),
    (
      "Breastfeeding counsellors", "Mothers were helped to breastfeed after birth.",
      "breastfeeding", "pregnancy-birth"
    ),
    (
      "Befriending in dementia", "Dementia is a neurological disease. Carers met befrienders.",
      "dementia", "neurological"
    ),
  ])
  func `the narrower condition is given, not the broader one`(
    title: String, text: String, narrower: String, broader: String
  ) {
    check(title, text, [narrower], [broader])
  }

  @Test(arguments: [
    (
      "Serious mental illness and peers", "Adults with serious mental illness met peers.",
      "mental-health"
    ),
    (
      "Peer work in mental health", "Mental health service users trained as peer workers.",
      "mental-health"
    ),
    (
      "Peers for people who use drugs", "People who use drugs met peers with drug problems.",
      "substance-use"
    ),
    (
      "Addiction recovery groups", "Members recover from addiction to several substances.",
      "substance-use"
    ),
    (
      "Coaching for heart disease", "Adults with cardiovascular disease were coached.",
      "cardiovascular"
    ),
    (
      "Heart health in churches", "Cardiovascular risk was lowered by lay educators.",
      "cardiovascular"
    ),
    (
      "Mentors for women in labour", "Pregnant women were supported by doulas during childbirth.",
      "pregnancy-birth"
    ),
    (
      "Peer support in multiple sclerosis", "Adults with multiple sclerosis phoned each other.",
      "neurological"
    ),
    ("Peer support in epilepsy", "People with epilepsy talked about seizures.", "neurological"),
    (
      "Young adults with cystic fibrosis", "Patients with cystic fibrosis met online.",
      "respiratory"
    ),
  ])
  func `a broader condition is given if nothing narrower fits`(
    title: String, text: String, code: String
  ) {
    check(title, text, [code], [])
  }

  @Test(arguments: [
    (
      "Peer coaches for diabetes", "Diabetes is a chronic disease. Coaches helped with diet.",
      "diabetes"
    ),
    (
      "Lay educators in arthritis", "Arthritis is a long-term condition that limits work.",
      "arthritis"
    ),
    (
      "Mentors in chronic kidney disease", "Chronic disease tires patients on dialysis.",
      "kidney-disease"
    ),
    ("Groups for people with COPD", "COPD, a chronic illness, needs self-management.", "copd"),
    (
      "HIV and lay supporters", "HIV has become a chronic condition. Supporters visited clients.",
      "hiv"
    ),
    (
      "Heart failure buddies", "Heart failure is a chronic illness. Buddies phoned patients.",
      "heart-failure"
    ),
    ("Asthma and neighbours", "Asthma is a frequent chronic disease of adults.", "asthma"),
    (
      "Coaching in hypertension", "Hypertension is a chronic condition without symptoms.",
      "hypertension"
    ),
    ("Navigators in cancer", "Cancer is now seen as a chronic illness by survivors.", "cancer"),
    ("Peers for stroke survivors", "Stroke survivors live with a long-term condition.", "stroke"),
  ])
  func `long-term conditions are not given beside a specific one`(
    title: String, text: String, code: String
  ) {
    check(title, text, [code], ["long-term-conditions"])
  }

  @Test(arguments: [
    (
      "The chronic disease self-management programme",
      "Adults with any chronic illness attended lay-led courses."
    ),
    ("Lay-led courses for long-term conditions", "People with long-term conditions attended."),
    ("Peers and multimorbidity", "Adults with multiple chronic conditions met peers."),
    ("Village workers and non-communicable diseases", "NCDs were detected by lay workers."),
    ("Expert patients", "People with chronic conditions taught others with chronic conditions."),
    ("Support groups in chronic illness", "Adults with chronic illnesses met each month."),
    ("Chronic disease and community health workers", "They cared for chronic diseases at home."),
    ("Self-management of chronic conditions", "Tutors had a chronic condition themselves."),
    ("Volunteers for adults with multimorbidity", "Multimorbid adults had three diseases each."),
    ("Peer coaching for chronic disease", "Patients with chronic disease were coached."),
  ])
  func `long-term conditions in general are given`(title: String, text: String) {
    check(title, text, ["long-term-conditions"], [])
  }

  @Test(arguments: [
    ("Bullying and peer mediators", "Children aged 8 to 10 years were trained as mediators."),
    ("Mentors in primary schools", "Children read stories with older pupils."),
    ("Loneliness among children", "Lonely children met a mentor during breaks."),
    ("Parents of autistic children", "Parents of children with autism met other parents."),
    ("Children of prisoners", "Mentors met children whose fathers were in prison."),
    ("Grief in children", "Bereaved children wrote to each other."),
    ("Camps for children with cancer", "Children with cancer met survivors."),
    ("Peer tutoring", "Children tutored each other in mathematics."),
    ("Children in foster care", "Foster children met adults who had been in care."),
    ("Diabetes camps", "Children with type 1 diabetes met teenagers with diabetes."),
  ])
  func `children as participants are not child health`(title: String, text: String) {
    check(title, text, [], ["child-health"])
  }

  @Test(arguments: [
    ("Child survival and village workers", "Mortality of children under five fell."),
    ("Stunting and mothers' groups", "Height for age of the infants rose in the villages."),
    ("Immunisation coverage", "Lay workers raised the vaccination coverage of children."),
    ("Child nutrition and peer educators", "Complementary feeding of infants was taught."),
    ("Severe acute malnutrition", "Malnourished children gained weight at home."),
    ("Growth monitoring by volunteers", "Volunteers weighed children for growth monitoring."),
    ("Integrated management of childhood illness", "Childhood pneumonia was treated at home."),
    ("Early childhood development", "Home visits improved child development."),
    ("Newborn and child health", "Lay workers promoted child health and survival."),
    ("Undernutrition in infants", "Child undernutrition fell where mothers met in groups."),
  ])
  func `the health of children is child health`(title: String, text: String) {
    check(title, text, ["child-health"], [])
  }

  @Test(
    arguments: [
      ("Adults with a psychosis or bipolar disorder met a peer worker.", ["psychosis", "bipolar"]),
      ("Mentors were trained to help people with dementia or stroke.", ["dementia", "stroke"]),
      ("People with arthritis and chronic pain led the course.", ["arthritis", "chronic-pain"]),
      ("Callers had an eating disorder or anxiety.", ["eating-disorder", "anxiety"]),
      (
        "Lay advisers taught adults with hypertension, diabetes or both.",
        ["hypertension", "diabetes"]
      ),
      ("Volunteers wrote to people with epilepsy or autism.", ["neurological", "autism"]),
    ] as [(String, Set<String>)])
  func `the conditions of a list are all given`(text: String, expected: Set<String>) {
    let found = Set(codes(appraise(text, title: "Mentors for adults").condition))
    #expect(found.isSuperset(of: expected), "\(found)")
  }

  @Test(arguments: [
    ("People with bipolar disorder met mentors.", "bipolar"),
    ("Sickle cell disease was explained by adults who have it.", "sickle-cell"),
    ("Veterans with post-traumatic stress disorder were called.", "ptsd"),
    ("Families of people with Alzheimer disease met each month.", "dementia"),
    ("Young people with HIV infection led the groups.", "hiv"),
    ("Parents of children with autism spectrum disorder shared tips.", "autism"),
    ("People with opioid use disorder met a coach.", "opioid-use"),
  ])
  func `a disorder with a code is not another condition`(text: String, expected: String) {
    let found = codes(appraise(text, title: "Mentors for adults").condition)
    #expect(found.contains(expected), "\(found)")
    #expect(!found.contains("other"), "\(found)")
  }

  private func check(
    _ title: String, _ text: String, _ expected: Set<String>, _ unexpected: Set<String>
  ) {
    let found = Set(codes(appraise(text, title: title).condition))
    withKnownIssue("still wrong") {
      #expect(found.isSuperset(of: expected), "\(found)")
      #expect(found.isDisjoint(with: unexpected), "\(found)")
    } when: {
      Self.stillWrong.contains(title)
    }
  }

  /// Titles of documents that the models get wrong.
  private static let stillWrong: Set<String> = [
    "Camps for children with cancer",
    "Children of prisoners",
    "Children in foster care",
    "Grief in children",
    "Parents of autistic children",
  ]
}
