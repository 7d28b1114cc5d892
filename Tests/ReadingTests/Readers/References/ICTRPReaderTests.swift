import Literature
import Reading
import Testing

struct ICTRPReaderTests {
  @Test func `a trial is read`() throws {
    let text = """
      <?xml version='1.0' encoding='UTF-8' ?>
      <Trials_downloaded_from_ICTRP>
        <Trial><Export_date>08/28/2024 20:14:44</Export_date>
          <Internal_Number>16045974
          </Internal_Number>
          <TrialID>ISRCTN12345678
          </TrialID>
          <Public_title>Peers &amp; prisons&#x0D;
          </Public_title>
          <Scientific_title>A randomised trial of peers
          </Scientific_title>
          <Acronym>PIP</Acronym>
          <Primary_sponsor>University of Peers</Primary_sponsor>
          <Secondary_Sponsor/>
          <Source_Register>ISRCTN</Source_Register>
          <web_address>https://www.isrctn.com/ISRCTN12345678</web_address>
          <Date_registration>2019-03-14</Date_registration>
          <Date_registration3>20190314</Date_registration3>
          <Target_size>240</Target_size>
          <Study_type>Interventional</Study_type>
          <Phase>N/A</Phase>
          <Condition>HIV&lt;br&gt;Hepatitis C;</Condition>
          <Intervention>Peers visit.&lt;br&gt;&lt;br&gt;Others wait.</Intervention>
          <Primary_outcome>Adherence</Primary_outcome>
          <Secondary_ID>P-1;R01 7</Secondary_ID>
        </Trial>
        <Trial>
          <TrialID>ChiCTR2600132949</TrialID>
          <Public_title/>
          <Scientific_title>Pay of peers</Scientific_title>
          <Date_registration>14/03/2018</Date_registration>
          <Target_size>Peers:49;Others:49;</Target_size>
        </Trial>
        <Trial></Trial>
      </Trials_downloaded_from_ICTRP>
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "ICTRP-Results.xml")
    let trial = try #require(reading.documents.first)
    #expect(reading.documents.map(\.title) == ["Peers & prisons", "Pay of peers"])
    #expect(reading.documents.map(\.year) == [2019, 2018] && reading.failures.isEmpty)
    let numbers = reading.documents.map { $0.identifier(.registry) }
    #expect(numbers == ["ISRCTN12345678", "CHICTR2600132949"])
    #expect(reading.documents.map { $0.facets.sampleSize.map(\.value) } == [[240], []])
    #expect(trial.type == "Interventional" && trial.authors.isEmpty)
    #expect(trial.imprint.month == 3 && trial.imprint.day == 14)
    #expect(trial.imprint.publisher == "University of Peers")
    #expect(trial.url == "https://www.isrctn.com/ISRCTN12345678")
    #expect(trial.keywords == ["HIV", "Hepatitis C"])
    #expect(
      trial.outline == [
        "body|Other title|PIP: A randomised trial ", "body|Intervention|Peers visit. Others wait",
        "body|Primary outcome|Adherence", "body|Trial numbers|P-1; R01 7",
      ])
    #expect(
      reading.skipped == [
        "/folder/ICTRP-Results.xml, line 34: is empty (no title, author, abstract or identifier)"
      ])
  }

  @Test func `the conditions of a table of the platform are keywords`() throws {
    let text = """
      TrialID,Public title,Scientific title,Date registration,Condition,Target size
      NCT01234567,Peers,A trial of peers,14/03/2019,Loneliness;Grief,240
      """
    let reading = ReadDocuments(contents: Array(text.utf8), name: "ictrp.csv")
    let document = try #require(reading.documents.first)
    #expect(document.keywords == ["Loneliness", "Grief"] && document.facets.condition.isEmpty)
    #expect(document.identifier(.registry) == "NCT01234567" && document.year == 2019)
  }
}
