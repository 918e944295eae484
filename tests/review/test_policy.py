from __future__ import annotations

from analysis.review.policy import policy
from analysis.review.svg import without_styles


def test_a_page_without_a_script_may_run_none() -> None:
    rules = policy(style="p {}").split("; ")
    assert "default-src 'none'" in rules
    assert not [rule for rule in rules if rule.startswith("script-src")]


def test_a_changed_style_has_another_hash() -> None:
    assert policy(style="a") != policy(style="b")
    assert policy(style="a", script="x") != policy(style="a", script="y")


def test_styles_of_a_drawing_become_attributes() -> None:
    drawing = (
        '<svg viewBox="0 0 1 1"><defs><style type="text/css">*{stroke-linejoin: round; '
        'stroke-linecap: butt}</style></defs><path d="M 0 0" style="fill: none; stroke: #ddd"/>'
        "</svg>"
    )
    assert without_styles(drawing) == (
        '<svg stroke-linejoin="round" stroke-linecap="butt" viewBox="0 0 1 1"><defs></defs>'
        '<path d="M 0 0" fill="none" stroke="#ddd"/></svg>'
    )
