"""Chromium and a site to look at."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.site import Site

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NewPage = Callable[..., Page]
PATIENCE = 20_000
"""Milliseconds that a busy machine may take for what comes at once elsewhere."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser."""
    if CHROMIUM is None:
        pytest.fail("these tests need Chromium: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A running site; its players are told apart by their cookies."""
    running = Site(instance=tmp_path_factory.mktemp("site"))
    running.start()
    yield running
    running.kill()


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Site]:
    """A running site that a test may kill."""
    running = Site(instance=tmp_path / "site")
    running.start()
    yield running
    running.kill()


@pytest.fixture
def new_page(chromium: Browser, site: Site) -> Iterator[NewPage]:
    """Makes pages of fresh visitors that fail a test when the console says anything or another host is asked.

    Chromium says it on the console when a page comes with a status of refusal: `refused` is the one that a test provokes.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(
        *, width: int = 1280, height: int = 800, script: bool = True, scheme: str = "light", address: str = "", refused: int = 0
    ) -> Page:
        base = address or site.address
        context = chromium.new_context(
            base_url=base,
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: None if refused and f"status of {refused}" in said.text else faults.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("request", lambda request: None if request.url.startswith(base) else faults.append(f"asked {request.url}"))
        return page

    yield make
    for context in contexts:
        context.close()
    assert faults == []
