"""Light, dark or as the device has it."""

import pytest

from web.browsing import Visitor


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_kept_in_a_cookie_and_set_by_the_server(paul: Visitor, theme: str) -> None:
    paul.post("/theme", theme=theme)
    assert f'data-theme="{theme}"' in paul.get("/articles").text
    cookie = paul.client.get_cookie("theme")
    assert cookie
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_the_system_decides_again_when_asked_to(paul: Visitor) -> None:
    paul.post("/theme", theme="dark")
    paul.post("/theme", theme="system")
    assert "data-theme" not in paul.get("/").text
    assert paul.client.get_cookie("theme") is None


@pytest.mark.parametrize("cookie", ["purple", '"><script>', ""])
def test_an_unknown_theme_is_the_systems(paul: Visitor, cookie: str) -> None:
    paul.client.set_cookie("theme", cookie)
    assert "data-theme" not in paul.get("/").text


@pytest.mark.parametrize(
    ("referrer", "back"),
    [
        ("http://localhost/articles", "/articles"),
        ("http://localhost/articles?q=1#e1", "/articles"),
        ("http://elsewhere.example/articles", "/"),
        ("http://localhost//elsewhere.example", "/"),
        ("http://localhost/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_choosing_a_theme_leads_back_to_the_page_on_this_site(paul: Visitor, referrer: str, back: str) -> None:
    token = paul.get("/").text.split('name="csrf_token" value="')[1].split('"')[0]
    response = paul.client.post("/theme", data={"csrf_token": token, "theme": "dark"}, headers={"Referer": referrer} if referrer else {})
    assert response.status_code == 303
    assert response.headers["Location"] == back
