"""Playing as a person does: read the question, choose, press the button."""

from playwright.sync_api import Page

from web.skerry import answer_to


def start(page: Page, quiz: str = "Ten on Skerry") -> None:
    """From the home page to the first question."""
    page.goto("/")
    page.get_by_role("button", name=quiz).click()
    page.wait_for_url("**/questions/*")


def stem(page: Page) -> str:
    """The question on the screen."""
    return page.get_by_role("heading", level=1).inner_text()


def choose(page: Page, *, rightly: bool = True) -> None:
    """Choose an option of the question on the screen."""
    right = answer_to(stem(page))
    texts = page.locator(".opt > span:nth-child(2)").all_inner_texts()
    wanted = right if rightly else next(text for text in texts if text != right)
    page.locator(".opt").filter(has=page.get_by_text(wanted, exact=True)).click()


def check(page: Page) -> None:
    """Send the answer."""
    page.get_by_role("button", name="Check my answer").click()
    page.wait_for_url("**/proof")
    page.wait_for_load_state()


def go_on(page: Page) -> bool:
    """To the next question; False when the results came instead."""
    page.locator("#next").click()
    page.wait_for_url(lambda url: not url.endswith("/proof"))
    return not page.url.endswith("/results")


def play_through(page: Page) -> None:
    """From the question on the screen to the results, all right."""
    going = True
    while going:
        choose(page)
        check(page)
        going = go_on(page)
