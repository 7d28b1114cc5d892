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
    ] as [(String, String, Set<String>, Set<String>)])
  func `conditions are told from what is only mentioned`(
    title: String, text: String, expected: Set<String>, unexpected: Set<String>
  ) {
    let found = Set(codes(appraise(text, title: title).condition))
    #expect(found.isSuperset(of: expected))
    #expect(found.isDisjoint(with: unexpected))
  }
}
