"""Tests the page in a real browser: headless Chromium, driven by Selenium.

    page.py PROGRAM CORPUS [AXE] [-- arguments of unittest]

PROGRAM is the built peerlit, CORPUS the folder of sample documents, and AXE the file axe.min.js
(without it, the accessibility checks by axe-core are skipped). Set SCREENSHOTS to a folder to save
pictures of the pages.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PROGRAM, CORPUS, AXE = "", "", None

# A word that is longer than a line.
WORD = "supercalifragilistic" * 10

# Text of a document that would run a script if the page did not escape it.
HOSTILE = {
    "_id": "a/b \"><script>document.title='taken'</script>",
    "title": "Peers <script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">",
    "text": "Peer zebrafish \"' onmouseover=document.title='taken' <svg onload=document.title='taken'> "
    "</style></title><!-- interviews with 12 peer workers &lt;b&gt; {{1+1}} javascript:alert(1)",
    "authors": ["<b>Mallory</b>", "O'Neil \"Q\""],
    "venue": "</p><iframe src=//example.com></iframe>" + WORD,
    "url": "javascript:document.title='taken'",
    "year": 2019,
}


class Site:
    """A server on a free port, with the corpus and a hostile document."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="peerlit-page-"))
        hostile = self.folder / "hostile.jsonl"
        hostile.write_text(json.dumps(HOSTILE) + "\n")
        index = self.folder / "index.sqlite"
        subprocess.run(
            [PROGRAM, "index", CORPUS, str(hostile), "--index", str(index)],
            check=True, capture_output=True)
        self.errors = open(self.folder / "errors", "w+")
        self.server = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--index", str(index)],
            stdout=subprocess.PIPE, stderr=self.errors, text=True)
        line = self.server.stdout.readline()
        found = re.search(r"http://\S+", line)
        if not found:
            self.stop()
            raise RuntimeError(f"the server did not start: {line!r}")
        self.address = found[0].rstrip("/")

    def stop(self):
        self.server.terminate()
        self.server.wait(timeout=15)
        self.server.stdout.close()
        self.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def emulate(driver, media="", dark=False):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media,
        "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                     {"name": "prefers-reduced-motion", "value": "reduce"}]})


def browser(script=True, dark=False, width=1280, height=900):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--hide-scrollbars", f"--window-size={width},{height}",
    ):
        options.add_argument(argument)
    # Without a window there is no mouse, so style sheets would find that nothing can be pointed at.
    looks = [] if width < 500 else [
        "primaryHoverType=2", "availableHoverTypes=2", "primaryPointerType=4",
        "availablePointerTypes=4"]
    if dark:
        options.add_argument("--force-dark-mode")
        looks.append("preferredColorScheme=0")
    if looks:
        options.add_argument("--blink-settings=" + ",".join(looks))
    if not script:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    driver.set_page_load_timeout(30)
    emulate(driver, dark=dark)
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
    return driver


site = None


def setUpModule():
    global site
    site = Site()


def tearDownModule():
    site.stop()


class PageCase(unittest.TestCase):
    """One browser for each class; after each test, the console must have no messages."""

    settings = {}
    # The browser itself reports a page that the server refused.
    expected = ()

    @classmethod
    def setUpClass(cls):
        cls.driver = browser(**cls.settings)

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()

    def tearDown(self):
        messages = [entry["message"] for entry in self.driver.get_log("browser")]
        unexpected = [text for text in messages if not any(part in text for part in self.expected)]
        self.assertEqual(unexpected, [], "the console is not silent")

    # Shorthands

    def open(self, target):
        self.driver.get(site.address + target)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.one(selector).text

    def run_script(self, script, *arguments):
        return self.driver.execute_script("return " + script, *arguments)

    def wait(self, condition, what=""):
        def met(_):
            try:
                return condition()
            except Exception:
                return False

        return WebDriverWait(self.driver, 10, poll_frequency=0.05).until(met, what)

    def parameters(self):
        return parse_qs(urlsplit(self.driver.current_url).query)

    def path(self):
        return urlsplit(self.driver.current_url).path

    def focused(self):
        return self.driver.switch_to.active_element

    def press(self, *keys):
        self.focused().send_keys(*keys)

    def point_at(self, selector):
        """Clicks with the mouse at the place where an element is visible."""
        ActionChains(self.driver).move_to_element(self.one(selector)).click().perform()

    def total(self):
        """The number of documents that the page says it found."""
        return int(re.search(r"([\d,]+) document", self.text("#total"))[1].replace(",", ""))

    def search(self, text):
        box = self.one("#q")
        box.clear()
        box.send_keys(text + Keys.ENTER)
        self.wait(lambda: self.parameters().get("q") == [text], f"results for {text}")

    def send(self, text):
        """Sends a text that would take long to type."""
        self.run_script("document.getElementById('q').value = arguments[0]", text)
        self.one("#q").send_keys(Keys.ENTER)


class SearchTests(PageCase):
    def test_search(self):
        self.open("/")
        self.wait(lambda: self.focused().get_attribute("id") == "q", "the box has the focus")
        self.run_script("window.same = true")
        self.search("role clarity HCV")
        self.wait(lambda: self.all(".hit"))
        self.assertTrue(self.run_script("window.same"), "the page was loaded again")
        self.assertEqual(self.driver.title, "role clarity HCV – peerlit")
        marked = {mark.text.lower() for mark in self.all(".passage-text mark")}
        self.assertTrue(marked & {"role", "roles"}, marked)
        self.assertIn("also finds", self.text(".notes"))
        self.assertTrue(self.all(".hit .section"))
        self.assertIn("documents", self.text("#announcer"))

    def test_notes_are_switched_off(self):
        self.open("/?q=HCV")
        self.one(".notes").find_element(By.LINK_TEXT, "Search only for the words as typed").click()
        self.wait(lambda: self.parameters().get("exact") == ["true"])
        self.one(".notes").find_element(By.LINK_TEXT, "Include related words").click()
        self.wait(lambda: "exact" not in self.parameters())

    def test_filter(self):
        self.open("/?q=peer&unit=document")
        everything = self.total()
        box = self.one("#condition-hepatitis-c")
        count = int(box.find_element(By.XPATH, "../span[@class='count']").text.split()[0])
        box.click()
        self.wait(lambda: self.parameters().get("condition") == ["hepatitis-c"])
        self.wait(lambda: self.total() == count)
        self.assertLess(count, everything)
        self.assertEqual(len(self.all(".hit")), count)
        self.assertEqual(self.focused().get_attribute("id"), "condition-hepatitis-c")
        self.assertIn("Condition: Hepatitis C", self.text(".chips .chip"))
        for hit in self.all(".hit"):
            self.assertIn("Hepatitis C", hit.find_element(By.CSS_SELECTOR, ".badges").text)
        self.one(".chips .chip").click()
        self.wait(lambda: self.total() == everything)
        self.assertNotIn("condition", self.parameters())

    def test_exclude(self):
        self.open("/?q=peer&limit=2&offset=2")
        everything = self.total()
        box = self.one("#method-qualitative")
        count = int(box.find_element(By.XPATH, "../span[@class='count']").text.split()[0])
        button = self.one("#not-method-qualitative")
        self.assertEqual(button.accessible_name, "Exclude Qualitative study")
        self.assertEqual(button.value_of_css_property("opacity"), "0")
        ActionChains(self.driver).move_to_element(box).perform()
        self.wait(lambda: button.value_of_css_property("opacity") == "1", "the button appears")
        button.click()
        self.wait(lambda: self.parameters().get("method") == ["-qualitative"])
        self.wait(lambda: self.total() == everything - count)
        self.assertNotIn("offset", self.parameters())
        self.assertEqual(self.focused().get_attribute("id"), "not-method-qualitative")
        self.assertTrue(self.focused().is_selected())
        self.assertIn("Study design: not Qualitative study", self.text(".chips .chip"))
        # Another filter keeps what is excluded.
        self.one("#condition-mental-health").click()
        self.wait(lambda: self.parameters().get("condition") == ["mental-health"])
        self.assertEqual(self.parameters().get("method"), ["-qualitative"])
        self.wait(lambda: len(self.all(".chips .chip")) == 2)
        self.all(".chips .chip")[1].click()
        self.wait(lambda: "method" not in self.parameters())
        self.assertEqual(self.parameters().get("condition"), ["mental-health"])

    def test_ranges(self):
        self.open("/?q=peer&unit=document")
        self.one("#min_sample").send_keys("21" + Keys.TAB)
        self.wait(lambda: self.parameters().get("min_sample") == ["21"])
        self.wait(lambda: "do not state a sample size" in self.text(".notes"))
        limited = self.total()
        self.one(".notes").find_element(By.LINK_TEXT, "Include them").click()
        self.wait(lambda: self.total() > limited)
        self.open("/?q=peer")
        self.one("#year_from").send_keys("2013")
        self.one("#year_to").send_keys("2013" + Keys.ENTER)
        self.wait(lambda: self.parameters().get("year") == ["2013"])
        self.assertEqual(self.one("#year_to").get_attribute("value"), "2013")

    def test_back_and_forward(self):
        self.open("/")
        self.search("training")
        self.search("supervision")
        self.wait(lambda: self.driver.title.startswith("supervision"))
        self.driver.back()
        self.wait(lambda: self.driver.title.startswith("training"))
        self.assertEqual(self.one("#q").get_attribute("value"), "training")
        self.assertIn("training", " ".join(mark.text.lower() for mark in self.all(".hit mark")))
        self.driver.back()
        self.wait(lambda: self.all(".welcome"))
        self.assertEqual(self.one("#q").get_attribute("value"), "")
        self.driver.forward()
        self.wait(lambda: self.driver.title.startswith("training"))
        # From a page that replaced its content to one that was loaded, and back.
        self.one(".hit h2 a").click()
        self.wait(lambda: self.path().startswith("/document/"))
        self.driver.back()
        self.wait(lambda: self.driver.title.startswith("training"))
        self.assertTrue(self.all(".hit"))

    def test_badge_shows_its_evidence(self):
        self.open("/?q=peer&min_sample=1")
        badge = self.one(".badge.sample_size summary")
        self.assertRegex(badge.text, r"n = \d")
        badge.click()
        quoted = self.wait(lambda: self.one(".badge[open] blockquote b").text)
        self.assertRegex(quoted, r"\d|[a-z]")
        self.press(Keys.ESCAPE)
        self.assertEqual(self.all(".badge[open]"), [])
        self.assertEqual(self.focused().tag_name, "summary")
        badge.click()
        self.one("#total").click()
        self.assertEqual(self.all(".badge[open]"), [])

    def test_more_results(self):
        self.open("/?q=peer&limit=3")
        first = self.all(".hit h2")[0].get_attribute("id")
        self.one(".pages [rel=next]").click()
        self.wait(lambda: self.parameters().get("offset") == ["3"])
        self.wait(lambda: self.all(".hit h2")[0].get_attribute("id") != first)
        self.assertEqual(self.one(".hits").get_attribute("start"), "4")
        self.one(".pages [rel=prev]").click()
        self.wait(lambda: self.all(".hit h2")[0].get_attribute("id") == first)

    def test_cite_and_export(self):
        self.open("/?q=engagement")
        self.one(".cite summary").click()
        citation = self.wait(lambda: self.text(".cite[open] .citation"))
        self.run_script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
        self.one(".cite[open] button").click()
        self.wait(lambda: self.run_script("window.copied") == citation)
        self.assertEqual(self.text("#announcer"), "Copied")
        self.press(Keys.ESCAPE)
        self.one(".menu summary").click()
        links = [link.get_attribute("href") for link in self.all(".menu-box a")]
        self.assertEqual(
            [link.split("&", 1)[1] for link in links if "csv" in link], ["to=csv&spreadsheet_safe=true"])
        link = links[0]
        answer = self.run_script("fetch(arguments[0]).then((answer) => answer.text())", link)
        self.assertIn("TY  - ", answer)

    def exported(self):
        """The ids of the documents that the button of the selection downloads."""
        with tempfile.TemporaryDirectory(prefix="peerlit-export-") as folder:
            self.driver.execute_cdp_cmd(
                "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
            self.one("#selection option[value=jsonl]").click()
            self.one("#selection [type=submit]").click()
            files = self.wait(lambda: list(Path(folder).glob("*.jsonl")), "a file of records")
            return [json.loads(line)["_id"] for line in files[0].read_text().splitlines()]

    def test_ticked_hits_are_exported(self):
        self.open("/?q=peer&limit=2")
        self.assertTrue(self.one("#selection [type=submit]").get_attribute("disabled"))
        first = self.one(".tick input")
        first.click()
        self.wait(lambda: self.text("#selected") == "1 document selected")
        wanted = [first.get_attribute("value")]
        # The selection lasts over pages.
        self.one(".pages [rel=next]").click()
        self.wait(lambda: self.parameters().get("offset") == ["2"])
        self.one(".tick input").click()
        wanted.append(self.one(".tick input").get_attribute("value"))
        self.wait(lambda: self.text("#selected") == "2 documents selected")
        ids = self.run_script("""JSON.parse(sessionStorage.getItem('peerlit.ticked'))""")
        self.assertEqual(ids, wanted)
        self.assertEqual(self.exported(), wanted)
        # It also lasts over searches.
        self.search("zebrafish")
        self.wait(lambda: self.text("#selected") == "2 documents selected")
        self.assertEqual(self.exported(), wanted)
        self.driver.back()
        self.wait(lambda: self.all(".pages [rel=prev]"))
        self.one(".pages [rel=prev]").click()
        self.wait(lambda: self.one(".tick input").get_attribute("value") == wanted[0])
        self.assertTrue(self.one(".tick input").is_selected())
        self.one("#clear-selection").click()
        self.wait(lambda: self.text("#selected") == "0 documents selected")
        self.assertFalse(self.one(".tick input").is_selected())

    def test_past_searches_are_kept(self):
        self.open("/")
        self.driver.execute_script("localStorage.clear()")
        self.search("training")
        self.wait(lambda: self.driver.title.startswith("training"))
        self.search("supervision")
        self.wait(lambda: self.driver.title.startswith("supervision"))
        self.open("/")
        self.wait(lambda: self.one("#past").is_displayed())
        self.assertEqual(
            [link.text for link in self.all("#past-searches a")], ["supervision", "training"])
        self.assertIn("document", self.text("#past-searches .count"))
        self.all("#past-searches a")[1].click()
        self.wait(lambda: self.parameters().get("q") == ["training"])
        self.open("/?q=peer&method=qualitative&min_sample=5")
        self.open("/")
        self.assertEqual(
            self.text("#past-searches a"), "peer · Qualitative study · at least 5 participants")
        self.one("#forget").click()
        self.wait(lambda: not self.one("#past").is_displayed())
        self.open("/")
        self.assertFalse(self.one("#past").is_displayed())

    def paste(self, text):
        """Pastes as the browser does, whose clipboard a test can't fill."""
        self.driver.execute_script("""
            const data = new DataTransfer();
            data.setData("text/plain", arguments[0]);
            document.getElementById("q").dispatchEvent(new ClipboardEvent("paste",
              { clipboardData: data, bubbles: true, cancelable: true }));""", text)

    def test_a_pasted_strategy_keeps_its_lines(self):
        self.open("/?q=peer&method=qualitative")
        box = self.one("#q")
        box.clear()
        box.click()
        self.paste("1. peer$.ti.\r\n2. work*.af.\r\n3. 1 and 2\r\n")
        box = self.one("#q")
        self.assertEqual(box.tag_name, "textarea")
        self.assertEqual(box.get_attribute("value"), "1. peer$.ti.\n2. work*.af.\n3. 1 and 2")
        self.assertEqual(self.focused().get_attribute("id"), "q")
        self.press(Keys.SHIFT + Keys.ENTER)
        self.press("4. 1 not 2")
        self.press(Keys.ENTER)
        text = "1. peer$.ti.\n2. work*.af.\n3. 1 and 2\n4. 1 not 2"
        self.wait(lambda: self.parameters().get("q") == [text], "Enter searches")
        self.assertEqual(self.parameters().get("method"), ["qualitative"])
        self.wait(lambda: len(self.all(".strategy tbody tr")) == 4)
        self.assertEqual(self.one("#q").get_attribute("value"), text)
        # Each line leads to its documents, and the table stays.
        for place in range(3):
            link = self.all(".strategy td a")[place]
            count = int(link.text)
            link.click()
            self.wait(lambda: self.parameters().get("line") == [str(place + 1)])
            self.wait(lambda: self.text(".strategy .shown th") == str(place + 1))
            self.assertEqual(self.total(), count)
        self.one(".strategy .shown details summary").click()
        self.assertIn("title:peer*", self.text(".strategy .shown details"))
        self.driver.back()
        self.wait(lambda: self.text(".strategy .shown th") == "2")
        # A changed strategy is run whole.
        self.one("#q").send_keys(
            Keys.CONTROL, Keys.END, Keys.NULL, Keys.SHIFT, Keys.ENTER, Keys.NULL, "5. 3 or 4",
            Keys.ENTER)
        self.wait(lambda: len(self.all(".strategy tbody tr")) == 5)
        self.assertNotIn("line", self.parameters())
        # Another query has one line again.
        box = self.one("#q")
        box.clear()
        box.send_keys("training" + Keys.ENTER)
        self.wait(lambda: self.parameters().get("q") == ["training"])
        self.wait(lambda: self.one("#q").tag_name == "input")
        self.assertNotIn("line", self.parameters())
        self.assertEqual(self.one("#q").get_attribute("role"), "combobox")
        self.assertEqual(self.all(".strategy"), [])
        # Words are completed there as before.
        self.one("#q").clear()
        self.one("#q").send_keys("role clar")
        self.wait(lambda: self.all("#completions li"))

    def test_lines_of_a_long_strategy_are_buttons(self):
        self.open(LONG)
        [text] = self.parameters()["q"]
        self.all(".strategy td button")[1].click()
        self.wait(lambda: self.parameters().get("line") == ["2"])
        self.wait(lambda: self.text(".strategy .shown th") == "2")
        self.assertEqual(self.parameters(), {"q": [text], "line": ["2"]})
        self.assertEqual(self.focused().get_attribute("value"), "line=2")
        self.one(".choice[aria-label='Sort by'] button:nth-child(2)").click()
        self.wait(lambda: self.parameters().get("sort") == ["year"])
        self.assertEqual(self.parameters(), {"q": [text], "line": ["2"], "sort": ["year"]})
        self.wait(lambda: self.text(".choice [aria-current]") == "Newest")
        # The map is another page, which the script leaves to the browser.
        self.one(".toolbar > button").click()
        self.wait(lambda: self.path() == "/evidence-map")
        self.assertEqual(self.parameters(), {"q": [text], "line": ["2"]})

    def test_shift_enter_begins_a_line(self):
        self.open("/")
        self.one("#q").send_keys("peer" + Keys.SHIFT + Keys.ENTER)
        self.press("support")
        self.assertEqual(self.one("#q").get_attribute("value"), "peer\nsupport")
        self.press(Keys.ENTER)
        self.wait(lambda: self.parameters().get("q") == ["peer\nsupport"])
        self.assertEqual(self.all(".strategy"), [])

    def test_one_pasted_line_stays_one(self):
        self.open("/")
        self.one("#q").click()
        self.paste("peer support\n")
        self.assertEqual(self.one("#q").tag_name, "input")

    def test_a_long_search_is_sent_as_a_form(self):
        text = "hepatitis OR " * 1200 + "peer"
        for target in ("/", "/document/peers-hcv-2023"):
            self.open(target)
            self.send(text)
            self.wait(lambda: self.path() == "/search-strategy" and self.total() > 0)
            self.assertEqual(self.one("#strategy").get_attribute("value"), text)

    def test_suggestions_keep_filters(self):
        self.open("/?q=role+clairty&method=qualitative")
        link = self.one(".notes a[href*='clarity']")
        link.click()
        self.wait(lambda: self.parameters().get("q") == ["role clarity"])
        self.assertEqual(self.parameters().get("method"), ["qualitative"])

    def test_nothing_found(self):
        self.open("/?q=qwertyuiop&condition=hepatitis-c")
        self.assertEqual(self.text("#total"), "No results")
        self.one(".nothing").find_element(By.LINK_TEXT, "Search without filters").click()
        self.wait(lambda: "condition" not in self.parameters())

    def test_paper_says_what_was_searched(self):
        self.open("/?q=HCV&min_sample=21&condition=hepatitis-c")
        address = self.driver.current_url
        self.run_script("dispatchEvent(new Event('beforeprint'))")
        for dark in (False, True):
            emulate(self.driver, "print", dark)
            self.assertIn("Results for HCV", self.text("h1"))
            self.assertGreater(self.one("h1").size["height"], 10)
            self.assertTrue(self.text("#printed").endswith(" from " + address))
            self.assertRegex(self.text("#printed"), r"^Printed on \d+ \w+ 20\d\d ")
            page = self.text("body")
            self.assertIn("Condition: Hepatitis C", page)
            self.assertIn("also finds", page)
            for control in ("Show whole passage", "Search only", "Include", "Clear all", "Export"):
                self.assertNotIn(control, page)
        emulate(self.driver)
        self.assertEqual(self.text("#printed"), "")

    def test_nothing_comes_from_elsewhere(self):
        for target in ("/", "/?q=peer", "/evidence-map"):
            self.open(target)
            names = self.run_script("performance.getEntriesByType('resource').map((one) => one.name)")
            self.assertEqual([name for name in names if not name.startswith(("data:", site.address))], [])


class RefusedTests(PageCase):
    expected = ("400 (Bad Request)", "404 (Not Found)", "414 (")

    def test_errors_are_pages(self):
        self.open("/?q=method:qualitativ")
        self.assertIn("Unknown study design “qualitativ”", self.text("main"))
        self.assertIn("Did you mean", self.text("main"))
        self.assertTrue(self.all("main a[href*='qualitative']"))
        self.assertEqual(self.one("#q").get_attribute("value"), "method:qualitativ")
        self.search("peer")
        self.wait(lambda: self.all(".hit"))
        self.open("/document/nothing-like-it")
        self.assertIn("There is no document", self.text("main"))

    def test_a_mistake_keeps_results_and_filters(self):
        self.open("/?q=peer&setting=community")
        right = self.total()
        self.open("/?q=peer+method:qualitativ&setting=community&colour=red")
        self.assertIn("Unknown study design “qualitativ”", self.text(".mistakes"))
        self.assertIn("Unknown parameter “colour”", self.text(".mistakes"))
        self.assertEqual(self.total(), right)
        self.assertEqual(self.one("#q").get_attribute("value"), "peer method:qualitativ")
        self.assertIn("Community", self.text(".chips"))
        self.one(".mistakes").find_element(By.LINK_TEXT, "qualitative").click()
        self.wait(lambda: self.parameters().get("q") == ["peer method:qualitative"])
        self.assertEqual(self.parameters().get("setting"), ["community"])

    def test_a_mistake_in_a_field_is_shown(self):
        self.open("/?q=peer&min_sample=100")
        self.run_script("document.getElementById('max_sample').scrollIntoView()")
        self.one("#max_sample").send_keys("50" + Keys.ENTER)
        self.wait(lambda: self.focused().get_attribute("id") == "mistakes")
        place = self.run_script(
            "(({ top, bottom }) => [top, innerHeight - bottom])"
            "(document.getElementById('mistakes').getBoundingClientRect())")
        self.assertGreaterEqual(min(place), 0)
        values = [self.one(f"#{name}_sample").get_attribute("value") for name in ("min", "max")]
        self.assertEqual(values, ["100", "50"])

    def test_a_long_search_of_the_map_stays_in_the_box(self):
        text = "hepatitis OR " * 3000 + "peer"
        self.open("/evidence-map")
        self.send(text)
        self.wait(lambda: "longer than 16384 bytes" in self.text("main"))
        self.assertEqual(self.path(), "/evidence-map")
        self.assertEqual(self.one("#q").get_attribute("value"), text)

    def test_filters_stay_when_a_query_is_refused(self):
        self.open("/?q=peer&setting=community")
        self.search("peer AND (")
        self.wait(lambda: "can’t be run" in self.text("main"))
        self.search("peer")
        self.wait(lambda: self.all(".hit"))
        self.assertEqual(self.parameters().get("setting"), ["community"])


class CompletionTests(PageCase):
    def offered(self, typed):
        self.open("/")
        self.one("#q").send_keys(typed)
        self.wait(lambda: self.all("#completions li"))
        return [item.text for item in self.all("#completions li")]

    def test_completion(self):
        texts = self.offered("role clar")
        self.assertTrue(any(text.startswith("role clarity") for text in texts), texts)
        box = self.one("#q")
        self.assertEqual(box.get_attribute("role"), "combobox")
        self.assertEqual(box.get_attribute("aria-expanded"), "true")
        self.press(Keys.ARROW_DOWN)
        chosen = self.one("#" + box.get_attribute("aria-activedescendant"))
        self.assertEqual(chosen.get_attribute("aria-selected"), "true")
        self.assertEqual(box.get_attribute("value"), chosen.get_attribute("data-text"))
        self.press(Keys.ARROW_UP)
        self.assertEqual(box.get_attribute("value"), "role clar")
        self.assertIsNone(box.get_attribute("aria-activedescendant"))
        self.press(Keys.ARROW_DOWN)
        wanted = box.get_attribute("value")
        self.press(Keys.ENTER)
        self.wait(lambda: self.parameters().get("q") == [wanted])
        self.assertEqual(box.get_attribute("aria-expanded"), "false")

    def test_escape_keeps_what_was_typed(self):
        self.offered("superv")
        self.press(Keys.ARROW_DOWN, Keys.ESCAPE)
        box = self.one("#q")
        self.assertEqual(box.get_attribute("value"), "superv")
        self.assertFalse(self.one("#completions").is_displayed())

    def test_click_on_a_completion(self):
        self.offered("superv")
        item = self.one("#completions li")
        wanted = item.get_attribute("data-text")
        item.click()
        self.wait(lambda: self.parameters().get("q") == [wanted])
        self.wait(lambda: self.all(".hit"))

    def test_misspelt(self):
        texts = self.offered("role clairty")
        self.assertIn("Did you mean role clarity", texts)


def correct_hostile(case, code):
    """Adds a setting, and removes it; no other test looks at the facets of the hostile document."""
    address = "/document/" + quote(HOSTILE["_id"], safe="")
    case.open(address)

    def send(place, value):
        """Opens a form, and sends it with the button or the choice of a value."""
        details = case.all(".appraisal details.wrong")[place]
        details.find_element(By.TAG_NAME, "summary").click()
        form = details.find_element(By.CSS_SELECTOR, "form.correction")
        case.wait(form.is_displayed)
        form.find_element(By.NAME, "by").send_keys("<b>Ann</b>")
        choice = form.find_element(By.CSS_SELECTOR, f"[value='{value}']")
        is_option = choice.tag_name == "option"
        choice.click()
        if is_option:
            form.find_element(By.TAG_NAME, "button").click()

    send(-1, f"setting=+{code}")
    # What the document has can't be added.
    added = f"option[value='setting=+{code}']"
    case.wait(lambda: case.path() == address and "Entered by a person (<b>Ann</b>, 20"
              in case.text(".appraisal") and not case.all(added))
    case.assertEqual(case.run_script("location.hash"), "#appraisal-title")
    places = [
        place for place, details in enumerate(case.all(".appraisal details.wrong"))
        if details.find_elements(By.CSS_SELECTOR, f"[value='setting=-{code}']")]
    send(places[0], f"setting=-{code}")
    case.wait(lambda: case.all(added) and re.search(
        r"None stated|\(removed\)", case.text(".appraisal")))


class DocumentTests(PageCase):
    def test_passage_in_its_place(self):
        self.open("/?q=role+clarity+HCV")
        self.one(".hit .whole > summary").click()
        shown = self.text(".hit .whole .passage-text")
        self.one(".hit h2 a").click()
        self.wait(lambda: self.path().startswith("/document/"))
        passage = "".join(part.text for part in self.all(".text .passage"))
        squeezed = re.sub(r"\s+", "", passage)
        self.assertTrue(squeezed)
        self.assertIn(squeezed[:80], re.sub(r"\s+", "", shown))
        top = self.run_script("document.getElementById('passage').getBoundingClientRect().top")
        self.assertTrue(0 <= top < 900, top)
        self.assertTrue(self.all(".text .passage mark"))
        self.assertTrue(self.all(".appraisal blockquote"))
        self.assertTrue(self.all("#similar li"))
        # Loading the address shows the same page.
        address = self.driver.current_url
        self.open("/")
        self.driver.get(address)
        self.assertEqual(passage, "".join(part.text for part in self.all(".text .passage")))

    def test_steps_from_match_to_match(self):
        self.open("/document/peers-hcv-2023?q=peer&start=400&end=1200#passage")
        count = len(self.all(".text mark[id]"))
        seen = []
        for name, steps in (("Next match", 2), ("Previous match", 1)):
            for _ in range(steps):
                self.one(".found-here").find_element(By.LINK_TEXT, name).click()
                [mark] = self.all(".text mark.current")
                top = self.run_script("arguments[0].getBoundingClientRect().top", mark)
                self.assertTrue(0 < top < 900, top)
                seen.append(int(mark.get_attribute("id").split("-")[1]))
        self.assertEqual(seen[1], seen[0] % count + 1)
        self.assertEqual(seen[2], seen[0])
        self.assertEqual(self.text("#announcer"), f"Match {seen[0]} of {count}")

    def test_an_open_badge_covers_what_is_below(self):
        self.open("/document/peers-hcv-2023?q=peer")
        self.one(".document > header .badge summary").click()
        front = self.run_script("""(() => {
            const box = document.querySelector(".badge[open] .evidence-box").getBoundingClientRect();
            const line = document.querySelector(".found-here").getBoundingClientRect();
            const top = Math.max(box.top, line.top), bottom = Math.min(box.bottom, line.bottom);
            if (top >= bottom) return "they do not overlap";
            const place = document.elementFromPoint(line.left + 20, (top + bottom) / 2);
            return place.closest(".evidence-box") ? "the box" : "the line";
        })()""")
        self.assertEqual(front, "the box")

    def test_evidence_leads_to_its_place(self):
        self.open("/document/peers-hcv-2023")
        link = self.one(".appraisal blockquote a[href^='#evidence-']")
        name = link.get_attribute("href").split("#")[1]
        link.click()
        self.wait(lambda: self.one(":target").get_attribute("id") == name)

    def test_wrong_leads_to_a_form(self):
        correct_hostile(self, "school")

    def test_hostile_document(self):
        self.open("/?q=zebrafish")
        self.assertEqual(len(self.all(".hit:not(.related .hit)")), 1)
        self.assertEqual(self.driver.title, "zebrafish – peerlit")
        self.assertTrue(self.text(".hit h2").startswith("Peers <script>document.title='taken'"))
        self.assertIn("<b>Mallory</b>", self.text(".byline"))
        self.assertEqual(self.all("main img, main script, main iframe, main svg[onload]"), [])
        self.one(".hit h2 a").click()
        self.wait(lambda: self.path().startswith("/document/"))
        self.assertTrue(self.text(".document h1").startswith("Peers <script>"))
        self.assertTrue(self.driver.title.startswith("Peers <script>"))
        self.assertEqual(self.all("a[href^='javascript']"), [])
        self.assertIn("&lt;b&gt; {{1+1}}", self.text(".text"))


class MapTests(PageCase):
    def test_cells_lead_to_their_documents(self):
        self.open("/evidence-map")
        for place in range(min(4, len(self.all("#map td > a")))):
            self.open("/evidence-map")
            cell = self.all("#map td > a")[place]
            count = int(cell.text)
            self.driver.execute_script("arguments[0].click()", cell)
            self.wait(lambda: self.path() == "/")
            self.assertEqual(self.total(), count)

    def test_facets_are_chosen(self):
        self.open("/evidence-map?q=peer")
        self.one("nav[aria-label=Columns]").find_element(By.LINK_TEXT, "Setting").click()
        self.wait(lambda: self.parameters().get("columns") == ["setting"])
        self.assertIn("Study design by setting", self.text("#total"))
        self.assertEqual(self.one("#q").get_attribute("value"), "peer")
        self.search("stigma")
        self.assertEqual(self.path(), "/evidence-map")
        self.assertEqual(self.parameters().get("columns"), ["setting"])

    def test_prints_whole(self):
        self.open("/evidence-map?rows=condition&columns=method")
        style = "getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
        for dark in (False, True):
            emulate(self.driver, "print", dark)
            self.assertEqual(self.run_script(style, ".map", "overflowY"), "visible")
            self.assertEqual(self.run_script(style, ".map", "maxHeight"), "none")
            self.assertEqual(self.run_script(style, ".map thead", "display"), "table-header-group")
            # A group of feet would be repeated on each page, as if it was the sum of that page.
            self.assertEqual(self.run_script(style, ".map tfoot", "display"), "table-row-group")
            self.assertEqual(self.run_script(style, ".map thead th", "position"), "static")
            colours = self.run_script(
                "[...document.querySelectorAll('#map td > *')].map((one) => getComputedStyle(one).color)")
            self.assertEqual(set(colours), {"rgb(0, 0, 0)"})
        emulate(self.driver)

    def test_arrows_walk_the_grid(self):
        self.open("/evidence-map")
        first = self.one("#map td > a")
        self.driver.execute_script("arguments[0].focus()", first)
        seen = {self.focused().get_attribute("href")}
        for key in (Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_DOWN):
            self.press(key)
            seen.add(self.focused().get_attribute("href"))
        self.assertGreater(len(seen), 1)


class KeyboardTests(PageCase):
    def test_from_the_address_to_the_evidence(self):
        """Without a mouse: skip link, search, filter, badge, document."""
        self.open("/?q=peer")
        self.driver.execute_script("document.activeElement.blur()")
        self.one("body").send_keys(Keys.TAB)
        self.assertEqual(self.focused().text, "Skip to the content")
        self.press(Keys.ENTER)
        self.wait(lambda: self.focused().get_attribute("id") == "content")
        visited = []
        for _ in range(150):
            self.press(Keys.TAB)
            element = self.focused()
            visited.append(element)
            if element.tag_name == "summary" and "n = " in element.text:
                break
        self.assertIn("n = ", visited[-1].text)
        self.press(Keys.ENTER)
        self.wait(lambda: self.all(".badge[open]"))
        # Focus is always visible.
        for element in (visited[0], visited[-1]):
            self.driver.execute_script("arguments[0].focus({focusVisible: true})", element)
            width = self.run_script("parseFloat(getComputedStyle(arguments[0]).outlineWidth)", element)
            self.assertGreaterEqual(width, 2)

    def test_skips_the_filters(self):
        self.open("/?q=peer")
        self.driver.execute_script("document.activeElement.blur()")
        self.one("body").send_keys(Keys.TAB)
        self.press(Keys.TAB)
        self.assertEqual(self.focused().text, "Skip to the results")
        self.press(Keys.ENTER)
        self.wait(lambda: self.focused().get_attribute("id") == "hits")
        self.press(Keys.TAB)
        self.assertTrue(self.run_script("!!document.activeElement.closest('.hits > :first-child')"))
        # Without results, there is nothing to skip to.
        self.search("qwertyuiop")
        self.wait(lambda: not self.all(".hit"))
        self.assertFalse(self.one(".to-hits").is_displayed())

    def test_shortcut_to_the_box(self):
        self.open("/document/peers-hcv-2023")
        self.one("body").send_keys(Keys.CONTROL + "k")
        self.wait(lambda: self.focused().get_attribute("id") == "q")

    def test_space_sets_a_filter(self):
        self.open("/?q=peer")
        self.driver.execute_script("document.getElementById('method-qualitative').focus()")
        self.press(Keys.SPACE)
        self.wait(lambda: self.parameters().get("method") == ["qualitative"])
        self.wait(lambda: self.focused().get_attribute("id") == "method-qualitative")


    def test_excludes_a_value(self):
        self.open("/?q=peer")
        self.driver.execute_script("document.getElementById('method-qualitative').focus()")
        self.press(Keys.TAB)
        self.assertEqual(self.focused().get_attribute("id"), "not-method-qualitative")
        self.assertEqual(self.focused().value_of_css_property("opacity"), "1")
        self.press(Keys.ENTER)
        self.wait(lambda: self.parameters().get("method") == ["-qualitative"])
        self.wait(lambda: self.focused().get_attribute("value") == "-qualitative")
        self.wait(lambda: self.focused().tag_name == "input")
        self.press(Keys.SPACE)
        self.wait(lambda: "method" not in self.parameters())
        self.wait(lambda: self.focused().tag_name == "button")
        self.assertEqual(self.focused().get_attribute("id"), "not-method-qualitative")


class WithoutScriptTests(PageCase):
    settings = {"script": False}

    def test_search_filter_document(self):
        self.open("/")
        self.one("#q").send_keys("peer" + Keys.ENTER)
        self.wait(lambda: self.all(".hit"))
        # Empty fields do not appear in the address.
        self.assertEqual(self.parameters(), {"q": ["peer"]})
        box = self.one("#condition-hepatitis-c")
        self.assertTrue(
            self.run_script("arguments[0].checkVisibility({ contentVisibilityAuto: true })", box),
            "the filters are shown beside the hits")
        # Selenium treats everything in a closed details element as hidden.
        self.point_at("#condition-hepatitis-c")
        self.point_at("#year_from")
        self.press("2000")
        self.point_at(".apply")
        self.wait(lambda: "condition" in self.parameters())
        self.assertEqual(self.parameters()["year"], ["2000.."])
        self.one(".badge summary").click()
        self.wait(lambda: self.one(".evidence-box").is_displayed())
        self.one(".hit h2 a").click()
        self.wait(lambda: self.path().startswith("/document/"))
        self.assertTrue(self.all(".passage"))

    def test_exclude(self):
        self.open("/?q=peer&limit=2&offset=2")
        self.point_at("#not-method-qualitative")
        self.wait(lambda: "method" in self.parameters())
        self.assertEqual(
            self.parameters(), {"q": ["peer"], "limit": ["2"], "method": ["-qualitative"]})
        self.point_at("#not-method-qualitative")
        self.point_at(".apply")
        self.wait(lambda: "method" not in self.parameters())

    def test_strategy(self):
        self.open("/")
        self.driver.find_element(By.PARTIAL_LINK_TEXT, "Paste a multi-line").click()
        self.wait(lambda: self.path() == "/search-strategy")
        self.one("#strategy").send_keys("1. peer$.ti.\n2. work*.af.\n3. 1 and 2\n")
        self.one(".paste button").click()
        self.wait(lambda: len(self.all(".strategy tbody tr")) == 3)
        self.assertEqual(
            self.parameters(), {"q": ["1. peer$.ti.\n2. work*.af.\n3. 1 and 2"]})
        self.all(".strategy td a")[0].click()
        self.wait(lambda: self.parameters().get("line") == ["1"])
        self.assertEqual(self.one("#q").tag_name, "textarea")
        # The line stays when a filter is set.
        self.point_at("#setting-community")
        self.point_at(".apply")
        self.wait(lambda: self.parameters().get("setting") == ["community"])
        self.assertEqual(self.text(".strategy .shown th"), "1")

    def test_correction(self):
        correct_hostile(self, "prison")

    def test_lines_of_a_long_strategy_are_buttons(self):
        self.open(LONG)
        [text] = self.parameters()["q"]
        self.all(".strategy td button")[1].click()
        self.wait(lambda: self.parameters().get("line") == ["2"])
        self.assertEqual(self.parameters(), {"q": [text], "line": ["2"]})
        self.assertEqual(self.text(".strategy .shown th"), "2")

    def test_map(self):
        self.open("/evidence-map")
        self.one("#map td > a").click()
        self.wait(lambda: self.path() == "/")
        self.assertTrue(self.all(".hit"))


# A strategy that is too long to repeat in each link.
LONG = "/?q=" + "".join(f"{n}.+befriend{n}.ti.%0A" for n in range(1, 100)) + "100.+hepatitis.af."

TARGETS = {
    "start": "/",
    "results": "/?q=role+clarity+HCV",
    "filtered": "/?q=peer&condition=hepatitis-c&min_sample=2&unit=document",
    "excluded": "/?q=peer&method=-qualitative&setting=-none",
    "nothing": "/?q=qwertyuiop",
    "document": "/document/peers-hcv-2023?q=trust&start=400&end=1200#passage",
    "map": "/evidence-map",
    "strategy": "/?q=1.+(peer*+adj3+support*).ti,ab.%0A2.+english.la.%0A3.+hepatitis.af.%0A4.+1+or+3",
    "long": LONG + "&possible=true",
    "paste": "/search-strategy",
    "mistake": "/?q=peer+method:qualitativ&setting=community",
}


class PhoneTests(PageCase):
    settings = {"width": 360, "height": 740}
    expected = ("400 (Bad Request)", "404 (Not Found)")

    def test_fits(self):
        for name, target in TARGETS.items():
            with self.subTest(name):
                self.open(target)
                width = self.run_script("document.documentElement.scrollWidth")
                self.assertLessEqual(width, 360)
                keep(self.driver, f"{name}-phone")

    def test_long_words_fit(self):
        for target in (
            "/?q=zebrafish", "/?q=zebrafish&unit=passage", f"/?q={WORD}", f"/?q=({WORD}+AND",
            f"/?q=peer&method={WORD}", f"/?q=1.+peer%0A2.+{WORD}%0A3.+1+or+2", f"/document/{WORD}",
            f"/document/peers-hcv-2023?q=peer+{WORD}", f"/evidence-map?q={WORD}",
        ):
            with self.subTest(target):
                self.open(target)
                width = self.run_script("document.documentElement.scrollWidth")
                self.assertLessEqual(width, 360)

    def test_orders_are_on_one_line(self):
        self.open("/?q=peer")
        for choice in self.all(".choice"):
            self.assertLess(choice.size["height"], 45)

    def test_filters_open(self):
        self.open("/?q=peer")
        self.assertFalse(self.one("#condition-hepatitis-c").is_displayed())
        self.one("#filters > summary").click()
        self.one("#condition-hepatitis-c").click()
        self.wait(lambda: self.parameters().get("condition") == ["hepatitis-c"])
        # They stay open on the next page.
        self.wait(lambda: self.one("#condition-hepatitis-c").is_displayed())
        # Without a mouse, every button is shown.
        button = self.one("#not-method-qualitative")
        self.assertEqual(button.value_of_css_property("opacity"), "1")
        self.assertGreaterEqual(button.size["height"], 24)
        button.click()
        self.wait(lambda: self.parameters().get("method") == ["-qualitative"])

    def test_evidence_fits(self):
        self.open("/?q=peer")
        for badge in self.all(".badge summary")[:6]:
            badge.click()
            right = self.run_script(
                "document.querySelector('.badge[open] .evidence-box').getBoundingClientRect().right")
            self.assertLessEqual(right, 360)


def keep(driver, name):
    folder = os.environ.get("SCREENSHOTS")
    if not folder:
        return
    driver.save_screenshot(str(Path(folder) / f"{name}.png"))


class AxeCase:
    """axe-core finds no violations of WCAG 2.0 to 2.2, levels A and AA, or of its best practices."""

    def setUp(self):
        if not AXE:
            self.skipTest("axe-core is not there")

    def test_axe(self):
        source = Path(AXE).read_text()
        for name, target in TARGETS.items():
            with self.subTest(name):
                self.open(target)
                for box in self.all(".badge, .cite")[:1]:
                    self.driver.execute_script("arguments[0].open = true", box)
                time.sleep(0.3)
                self.driver.execute_script(source)
                found = self.driver.execute_async_script("""
                    const done = arguments[arguments.length - 1];
                    axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa',
                      'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then(done);""")
                faults = [
                    f"{rule['id']}: {node['html'][:150]} {node.get('failureSummary', '')}"
                    for rule in found["violations"] for node in rule["nodes"]]
                self.assertEqual(faults, [])
                self.assertGreater(len(found["passes"]), 15)
                look = "dark" if self.settings.get("dark") else "light"
                if "width" not in self.settings:
                    keep(self.driver, f"{name}-{look}")


class AxeLightTests(AxeCase, PageCase):
    settings = {"dark": False}
    expected = ("400 (Bad Request)",)


class AxeDarkTests(AxeCase, PageCase):
    settings = {"dark": True}
    expected = ("400 (Bad Request)",)


class AxePhoneTests(AxeCase, PageCase):
    settings = {"width": 360, "height": 740}
    expected = ("400 (Bad Request)",)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    rest = arguments[arguments.index("--") + 1:] if "--" in arguments else []
    places = arguments[:arguments.index("--")] if "--" in arguments else arguments
    PROGRAM, CORPUS = places[:2]
    AXE = places[2] if len(places) > 2 else None
    unittest.main(argv=[sys.argv[0], *rest])
