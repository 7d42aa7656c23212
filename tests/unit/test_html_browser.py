"""The HTML report in a real browser."""

from __future__ import annotations

import pathlib
import shutil
import time

import pytest

import factcheck
from factcheck.cli import CLEAN, FOUND, main
from factcheck.pipeline import decisions
from factcheck.reports import View, renderer
from tests import samples

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
# `make axe` puts it there, from a package of its publisher.
AXE = pathlib.Path(__file__).parents[2] / "build" / "axe" / "axe.min.js"
HANGS = 60  # seconds, after which a page is taken to show no more
webdriver = pytest.importorskip(
    "selenium.webdriver", reason="selenium is not installed"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"
    ),
]

TEXTS = {
    "ferry.md": (
        "---\ndate: 2025-05-06\nsource: Sound Courier\n---\n\n# Ferry sinks off Tarn\n\n"
        "The ferry Halcyon sank off Tarn on Monday, and 48 passengers were rescued by the "
        "coastguard. About 30 divers searched the wreck.\n\n"
        "The Halcyon was 90 metres (295 feet) long. It lay 12 miles (30 km) from the port.\n"
    ),
    "inquiry.txt": (
        "Inquiry into the Halcyon opens\n\n"
        "The ferry Halcyon sank off Tarn on Monday. In all 84 passengers were rescued by the "
        "coastguard, the inquiry was told. Some said that dozens of boats had helped.\n\n"
        "The Halcyon was 90 metres long.\n"
    ),
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1200,1600",
    ):
        options.add_argument(argument)
    folder = tmp_path_factory.mktemp("downloads")
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(folder)}
    )
    options.set_capability(
        "goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"}
    )
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    driver.downloads = folder
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def real():
    """A report of the whole tool, with facts that are linked."""
    return factcheck.check_texts(TEXTS)


def show(browser, report, path):
    path.write_text("".join(renderer("html")(report, View())), "utf-8")
    browser.get(path.as_uri())
    return path


def emulate(browser, width, scheme="light", media="screen"):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"media": media, "features": features}
    )


@pytest.fixture
def page(browser, tmp_path):
    show(browser, samples.report(), tmp_path / "report.html")
    yield browser
    assert [row["message"] for row in browser.get_log("browser")] == []


@pytest.fixture
def real_page(browser, real, tmp_path):
    show(browser, real, tmp_path / "real.html")
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    assert [row["message"] for row in browser.get_log("browser")] == []


def texts(page, selector):
    return [node.text for node in page.find_elements("css selector", selector)]


def found(page, selector):
    """Return the first node; what opens is drawn a moment later."""
    until = time.monotonic() + HANGS
    while not (nodes := page.find_elements("css selector", selector)):
        assert time.monotonic() < until, selector
        time.sleep(0.02)
    return nodes[0]


def click(page, selector):
    node = found(page, selector)
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", node)
    node.click()


def choose(page, selector, value):
    page.execute_script(
        "const node = document.querySelector(arguments[0]); node.value = arguments[1];"
        "for (const name of ['input', 'change'])"
        " node.dispatchEvent(new Event(name, {bubbles: true}))",
        selector,
        value,
    )


def downloaded(page):
    path = page.downloads / "factcheck-decisions.yaml"
    until = time.monotonic() + HANGS
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.05)
    text = path.read_text("utf-8")
    path.unlink()
    return text


# --- findings -----------------------------------------------------------------------------


def test_the_outcome_stands_at_the_top_in_plain_words(page):
    assert texts(page, "h1") == ["4 findings to look at"]
    assert texts(page, ".outcome")[0] == (
        "3 documents with 9 numbers: 8 were compared with another number, a reference or "
        "a law of arithmetic. 1 more differs but may be right as well. "
        "1 finding was decided on before. 1 finding was taken out by comments in the text. "
        "1 document could not be checked."
    )
    assert texts(page, ".chip") == ["error\n2", "warning\n1", "note\n2"]
    assert len(texts(page, "article")) == 5
    assert texts(page, "#count") == ["5 of 5 findings shown"]


def test_findings_show_both_quotes_the_arithmetic_and_the_slip(page):
    first, second = page.find_elements("css selector", "article")[:2]
    assert texts(first, ".side strong") == ["60,000 tonnes", "80,000 tonnes"]
    assert texts(first, ".letter") == ["A", "B"]
    assert texts(first, "dd")[0].endswith("The two do not meet.")
    assert texts(second, "dd")[:2] == [
        "Both are exact counts.",
        "two digits are transposed",
    ]


def test_the_number_line_shows_how_far_apart_the_numbers_are(page):
    line = page.find_element("css selector", "article svg")
    bars = line.find_elements("css selector", "g rect")
    low, high = (float(bar.get_attribute("x").rstrip("%")) for bar in bars)
    gap = line.find_element("css selector", ".gap")
    width = float(bars[0].get_attribute("width").rstrip("%"))
    assert float(gap.get_attribute("x").rstrip("%")) == pytest.approx(low + width)
    assert low < high
    assert texts(line, ".tick") == ["60,000", "70,000", "80,000"]


def test_what_follows_and_what_is_stated_are_drawn(browser, tmp_path):
    text = "The fund gave 3,100 loans to Arle, 1,450 to Borrow and 1,250 to Cray, 8,500 loans in total."
    show(browser, factcheck.check_texts({"a.md": text}), tmp_path / "r.html")
    line = browser.find_element("css selector", "article svg")
    said = line.get_attribute("aria-label")
    assert said.endswith(
        "what follows, 5,794 to 5,806 loans; what is stated, 8,495 to 8,505 loans"
    )
    assert len(line.find_elements("css selector", "g")) == 2
    assert line.find_elements("css selector", ".gap")


def test_what_could_make_both_right_is_told(real_page):
    click(real_page, ".tried summary")
    said = texts(real_page, ".tried dl")[0].splitlines()
    assert said[said.index("Another subject?") + 1] == "only A: “Tarn”"
    assert said[said.index("Part of a whole?") + 1] == "neither text says so"


def test_filters_by_severity_rule_document_decision_and_text(page):
    click(page, "input[value=note]")
    assert texts(page, "#count") == ["3 of 5 findings shown"]
    choose(page, "select[name=rule]", "core/conversion")
    assert texts(page, "#count") == ["1 of 5 findings shown"]
    click(page, "#all")
    assert texts(page, "#count") == ["5 of 5 findings shown"]
    page.find_element("css selector", "input[name=text]").send_keys("pickers hired")
    assert texts(page, "#count") == ["1 of 5 findings shown"]
    choose(page, "select[name=decision]", "decided")
    assert texts(page, "#list") == ["No finding fits these filters."]
    click(page, "#all")
    choose(page, "select[name=document]", "1")
    assert texts(page, "#count") == ["3 of 5 findings shown"]


def test_the_list_is_walked_and_decided_with_keys(page):
    articles = page.find_elements("css selector", "article")
    page.execute_script("arguments[0].focus()", articles[0])
    page.switch_to.active_element.send_keys("j")
    page.switch_to.active_element.send_keys("j")
    assert page.switch_to.active_element == articles[2]
    page.switch_to.active_element.send_keys("k")
    assert page.switch_to.active_element == articles[1]
    page.switch_to.active_element.send_keys("d")
    assert page.switch_to.active_element.tag_name == "select"


def test_a_link_to_a_finding_opens_it(browser, tmp_path):
    path = show(browser, samples.hostile(200), tmp_path / "many.html")
    browser.get(f"{path.as_uri()}#fc-{150:06x}")
    assert browser.switch_to.active_element.get_attribute("id") == f"fc-{150:06x}"


# --- documents, facts, rules --------------------------------------------------------------


def test_a_mark_leads_to_its_finding_and_back(page):
    click(page, "article blockquote button")
    mark = page.switch_to.active_element
    assert mark.text.endswith("60,000 tonnes")
    assert mark.find_element("xpath", "./ancestor::details").get_attribute("open")
    mark.click()
    assert page.switch_to.active_element.tag_name == "article"


def test_a_mark_of_two_findings_leads_to_either(page):
    click(page, "article .side.b button")
    page.switch_to.active_element.click()
    told = page.find_elements("css selector", ".why button")
    assert [node.text[:5] for node in told] == ["Ostre", "80,00"]
    told[1].click()
    focus = page.switch_to.active_element
    assert texts(focus, "h3")[0].startswith("80,000 tonnes, against")


def test_a_mark_without_a_finding_says_why(real_page):
    click(real_page, "#texts summary")
    click(real_page, "mark.unlinked button")
    assert texts(real_page, ".why") == ["nothing else states this fact"]
    click(real_page, "mark.unlinked button")
    assert texts(real_page, ".why") == []


def test_a_mark_leads_to_a_finding_that_is_filtered_out(page):
    click(page, "article:nth-of-type(2) blockquote button")
    page.find_element("css selector", "input[name=text]").send_keys("nothing like it")
    assert texts(page, "article") == []
    page.find_element(
        "css selector", "details[open] mark.conflict button[title^=p]"
    ).click()
    assert page.switch_to.active_element.tag_name == "article"


def test_the_matrix_says_who_says_what(real_page):
    (row,) = [r for r in texts(real_page, "#matrix tr") if "passengers" in r]
    assert row.split()[-2:] == ["48", "84"]
    click(real_page, "#matrix td button.conflict")
    assert real_page.switch_to.active_element.text.endswith("48")


def test_each_rule_shows_what_it_matched(real_page):
    click(real_page, "#matched summary")
    found(real_page, "#matched li")
    assert [text for text in texts(real_page, "#matched li") if "passengers" in text]
    click(real_page, "#matched li button")
    assert real_page.switch_to.active_element.tag_name in ("article", "button")


# --- decisions ----------------------------------------------------------------------------


def test_a_decision_without_a_reason_is_not_saved(page):
    choose(page, ".decision select", "misread")
    assert texts(page, ".hint")[0].startswith("Give a reason")
    click(page, "#save")
    saved = decisions.parse(downloaded(page), "saved")
    assert [one.choice for one in saved] == ["accepted"]  # as before


def test_decisions_are_saved_as_the_file_that_a_run_reads(
    browser, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CONFIG", raising=False)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert main(["run", ".", "--format", "html:first.html"]) == FOUND
    browser.get((tmp_path / "first.html").as_uri())
    reason = 'the "old" figure: é — 5 # 6 🙂'
    n = len(texts(browser, "article"))
    for i in range(1, n + 1):
        choose(browser, f"article:nth-of-type({i}) .decision select", "different facts")
        browser.execute_script(
            "const node = document.querySelectorAll('.decision input')[arguments[0]];"
            "node.value = arguments[1]; node.dispatchEvent(new Event('input'))",
            i - 1,
            reason,
        )
    assert texts(browser, "#save") == [f"Save {n} decisions"]
    click(browser, "#save")
    assert browser.find_element("id", "saved").get_attribute("open")
    text = downloaded(browser)
    assert text == decisions.written(decisions.parse(text, "saved"))
    (tmp_path / ".factcheck-decisions.yaml").write_text(text, "utf-8")
    assert main(["run", ".", "--format", "html:second.html"]) == CLEAN
    browser.get((tmp_path / "second.html").as_uri())
    assert texts(browser, "h1") == ["No numbers contradict each other"]
    assert {
        node.get_attribute("value")
        for node in browser.find_elements("css selector", ".decision input")
    } == {reason}
    assert browser.get_log("browser") == []


# --- the page as a whole ------------------------------------------------------------------


def test_it_prints_every_finding(page):
    assert len(page.print_page()) > 10_000


def test_a_heading_is_printed_where_something_stands_under_it(real_page):
    emulate(real_page, 800, media="print")
    documents = real_page.find_element("css selector", "#documents")
    assert not documents.is_displayed()
    real_page.execute_script("document.querySelector('#documents details').open = true")
    assert documents.is_displayed()
    assert real_page.find_element("css selector", "#matrix").is_displayed()


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_nothing_is_wider_than_the_page(real_page, width):
    emulate(real_page, width)
    real_page.execute_script(
        "document.querySelectorAll('details').forEach((node) => { node.open = true })"
    )
    assert (
        real_page.execute_script("return document.documentElement.scrollWidth") <= width
    )


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here: make axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "width", [pytest.param(390, id="phone"), pytest.param(1200, id="desktop")]
)
@pytest.mark.parametrize("state", ["opened", "dialog"])
def test_axe_finds_nothing_to_complain_of(real_page, width, scheme, state):
    emulate(real_page, width, scheme)
    choose(real_page, ".decision select", "misread")
    click(real_page, "#texts summary")
    real_page.execute_script(
        "document.querySelectorAll('details').forEach((node) => { node.open = true })"
    )
    click(real_page, "mark.unlinked button")
    if state == "dialog":
        click(real_page, "#save")
        downloaded(real_page)
    real_page.execute_script(
        # What lies out of view is not drawn, and would not be looked at.
        "for (const node of document.querySelectorAll('article, details'))"
        " node.style.setProperty('content-visibility', 'visible')"
    )
    real_page.execute_script(AXE.read_text("utf-8"))
    said = real_page.execute_async_script(
        "const done = arguments[0];"
        "axe.run({rules: {'target-size': {enabled: true}}}).then(done, done)"
    )
    assert len(said["passes"]) > 12
    assert [
        (rule["id"], node["html"][:200], node["failureSummary"])
        for rule in said["violations"]
        for node in rule["nodes"]
    ] == []


def test_nothing_is_asked_of_the_network(page):
    asked = [
        row["message"]
        for row in page.get_log("performance")
        if "Network.requestWillBeSent" in row["message"]
        and '"url":"http' in row["message"]
    ]
    assert asked == []


def test_a_hostile_document_is_inert(browser, tmp_path):
    show(browser, samples.hostile(), tmp_path / "hostile.html")
    assert browser.execute_script("return document.scripts.length") == 3
    assert browser.find_elements("css selector", "[onload], a[href^=javascript]") == []
    assert browser.get_log("browser") == []
    assert "<script>alert(1)</script>" in texts(browser, "article h3")[0]


def test_the_policy_refuses_what_is_not_ours(real_page):
    asked = real_page.execute_async_script(
        "const done = arguments[0];"
        "fetch('data:text/plain,x').then(() => done('let through'), () => done('refused'))"
    )
    assert asked == "refused"
    assert "Content Security Policy" in str(real_page.get_log("browser"))


@pytest.fixture(scope="module")
def large():
    return samples.large(n_findings=3000, n_documents=1000)


def test_three_thousand_findings_in_a_thousand_documents_open(browser, tmp_path, large):
    path = tmp_path / "many.html"
    path.write_text("".join(renderer("html")(large, View())), "utf-8")
    browser.get(path.as_uri())
    assert texts(browser, "#count") == ["3,000 of 3,000 findings shown"]
    assert texts(browser, "#sections small")[2] == "1,000"
    assert len(browser.find_elements("css selector", "article")) < 200
