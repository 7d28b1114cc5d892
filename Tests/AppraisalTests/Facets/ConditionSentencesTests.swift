import Appraisal
import Literature
import Testing

/// Sentences that state the condition of a document, or only mention one.
struct ConditionSentencesTests {
  @Test(
    arguments: [
      (
        "Peer support for women with breast cancer",
        "We interviewed women with breast cancer about peer support.", ["cancer"], []
      ),
      (
        "HCV testing among people who inject drugs", "People who inject drugs were tested for HCV.",
        ["hepatitis-c", "substance-use"], []
      ),
      (
        "Coaching in type 1 diabetes",
        "Adults with type 1 diabetes met a coach. Patients with a history of stroke or cancer were excluded.",
        ["diabetes"], ["stroke", "cancer"]
      ),
      (
        "Peer mentors for people on dialysis",
        "The PHQ-9 depression scale was used. Participants had chronic kidney disease.",
        ["kidney-disease"], ["depression"]
      ),
      (
        "Befriending older people who are lonely",
        "Loneliness in later life is common. Befriending was offered.", ["loneliness"], []
      ),
      (
        "Peers for veterans with PTSD", "Veterans with post-traumatic stress disorder met peers.",
        ["ptsd"], []
      ),
      (
        "Peer support for dementia carers",
        "Carers of people with dementia took part in a support group.", ["dementia"], []
      ),
      (
        "Autistic peer support", "Autistic adults were matched with autistic peers.", ["autism"], []
      ),
      (
        "Breastfeeding peer counsellors",
        "Women attending antenatal clinics were supported to breastfeed.", ["breastfeeding"], []
      ),
      (
        "Mentors in haemodialysis units", "Haemodialysis patients met peer mentors.",
        ["kidney-disease"], []
      ),
      (
        "Peer recovery coaches for opioid use disorder",
        "People with opioid use disorder began buprenorphine in the emergency department.",
        ["opioid-use"], []
      ),
      (
        "Peer mentors after spinal cord injury",
        "People with a spinal cord injury met a peer in rehabilitation.", ["spinal-cord-injury"], []
      ),
      (
        "Walking groups for adults with obesity", "Adults with obesity joined walking groups.",
        ["obesity"], []
      ),
      (
        "Volunteer calls after myocardial infarction",
        "People after a heart attack were phoned by volunteers.", ["cardiovascular"], []
      ),
      (
        "Telephone peers and postnatal depression",
        "Mothers with postnatal depression were called by peers.", ["perinatal-mental-health"],
        ["depression"]
      ),
      (
        "Online forums and self-harm", "Young people who self-harm used a forum.",
        ["suicide-self-harm"], []
      ),
      (
        "Peer support in personality disorder",
        "Peers supported people with borderline personality disorder.", ["mental-health"], []
      ),
      (
        "Smoking cessation in schizophrenia", "Tobacco smokers with schizophrenia were counselled.",
        ["tobacco-use", "psychosis"], []
      ),
      (
        "Buddies for adults with kidney failure",
        "Kidney disease is a chronic disease that changes daily life.", ["kidney-disease"],
        ["long-term-conditions"]
      ),
      (
        "Peer groups in rheumatoid arthritis",
        "Chronic illness isolates people with rheumatoid arthritis.", ["arthritis"],
        ["long-term-conditions"]
      ),
      (
        "Lay coaches for blood pressure",
        "Hypertension is the most frequent chronic condition in the county.", ["hypertension"],
        ["long-term-conditions"]
      ),
      (
        "Sickle cell mentors", "Young adults with sickle cell disease live with a chronic illness.",
        ["sickle-cell"], ["long-term-conditions"]
      ),
      (
        "Peers in chronic lung disease", "Chronic disease exhausts people with COPD.", ["copd"],
        ["long-term-conditions"]
      ),
      (
        "Dialysis and friends", "Chronic illness is hard for patients on haemodialysis.",
        ["kidney-disease"], ["long-term-conditions"]
      ),
      (
        "Mentors in chronic heart failure", "Long-term illness tires patients with heart failure.",
        ["heart-failure"], ["long-term-conditions"]
      ),
      (
        "Diabetes buddies", "As diabetes is a long-term condition, buddies phone each other.",
        ["diabetes"], ["long-term-conditions"]
      ),
      (
        "Peer leaders and chronic conditions",
        "Adults with several chronic conditions met leaders.",
        ["long-term-conditions"], []
      ),
      (
        "Reading with volunteers", "Children read to volunteers after school.", [],
        ["child-health"]
      ),
      (
        "Camps for siblings", "Siblings of children with leukaemia met at a camp.", [],
        ["child-health"]
      ),
      (
        "Fathers of children with epilepsy", "Fathers talked about their children on the phone.",
        ["neurological"], ["child-health"]
      ),
      (
        "Mentors for refugee children", "Refugee children were matched with students.", [],
        ["child-health"]
      ),
      (
        "Foster families", "Children in care were visited by adults who grew up in care.", [],
        ["child-health"]
      ),
      ("Chess in schools", "Children play chess with retired teachers.", [], ["child-health"]),
      ("Music after class", "Older children teach younger children a song.", [], ["child-health"]),
      ("Mentors in nursery schools", "Children draw with students.", [], ["child-health"]),
      (
        "Care leavers as mentors", "Children in care met adults who had left care.", [],
        ["child-health"]
      ),
      ("Reading dogs", "Children in two schools read aloud to a dog.", [], ["child-health"]),
      (
        "Village health workers and newborns",
        "Deaths of newborns and infants fell after home visits.", ["child-health"], []
      ),
      ("Groups for carers", "Carers met for coffee.", [], ["other"]),
      ("Time off", "Carers of adults were given vouchers.", [], ["other"]),
      (
        "Peers on a crisis team", "Adults with schizophrenia or bipolar disorder met peer workers.",
        ["psychosis", "bipolar"], []
      ),
      ("A helpline", "Callers had anxiety or depression.", ["anxiety", "depression"], []),
      (
        "Coaching by telephone", "Adults with asthma or COPD were called by coaches.",
        ["asthma", "copd"], []
      ),
      (
        "A shared course", "People with heart failure and kidney disease took part.",
        ["heart-failure", "kidney-disease"], []
      ),
      (
        "Diabetes and stroke", "Mentors helped people with diabetes, stroke or both.",
        ["diabetes", "stroke"], []
      ),
      ("Bipolar disorder", "People with bipolar disorder led the course.", ["bipolar"], ["other"]),
      (
        "Testing by peers", "Peers offered testing for hepatitis C in two hostels.",
        ["hepatitis-c"], ["substance-use"]
      ),
    ] as [(String, String, Set<String>, Set<String>)])
  func `conditions are distinguished from mere mentions`(
    title: String, text: String, expected: Set<String>, unexpected: Set<String>
  ) {
    let found = Set(codes(appraise(text, title: title).condition))
    withKnownIssue("still wrong") {
      #expect(found.isSuperset(of: expected))
      #expect(found.isDisjoint(with: unexpected))
    } when: {
      Self.stillWrong.contains(title)
    }
  }

  /// Titles of documents that the models get wrong.
  private static let stillWrong: Set<String> = [
    "Mentors for refugee children", "Foster families", "Care leavers as mentors", "Reading dogs",
  ]
}
