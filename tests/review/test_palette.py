from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from analysis.review.palette import (
    ACCENT,
    FALL,
    GROUP_COLOURS,
    GROUPS,
    INK,
    NEUTRAL,
    RISE,
    colour_of,
    contrast,
    luminance,
    rgb,
)
from analysis.review.workload import PERIOD_LOOKS

WHITE = rgb("#ffffff")
PAPI = ("Cao nhất", "Trung bình cao", "Trung bình thấp", "Thấp nhất")
PERIODS = [colour for colour, _ in PERIOD_LOOKS.values() if colour != "none"]


def lightness(colour: str) -> float:
    """Return CIE L*, in which equal steps look equal, from 0 to 100."""
    light = luminance(rgb(colour))
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


@pytest.mark.parametrize("colour", [*GROUP_COLOURS.values(), *PERIODS, ACCENT, NEUTRAL, INK])
def test_every_mark_stands_out_from_white_paper(colour: str) -> None:
    assert contrast(rgb(colour), WHITE) >= 3


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast(rgb("#000000"), WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1


def test_groups_grow_lighter_step_by_step_so_that_grey_keeps_their_order() -> None:
    shades = [lightness(GROUP_COLOURS[group]) for group in PAPI]
    assert all(after - here >= 10 for here, after in pairwise(shades))


def test_quarters_grow_darker_to_the_end_of_the_year() -> None:
    shades = [lightness(colour) for colour in PERIODS[:4]]
    assert all(here - after >= 10 for here, after in pairwise(shades))


def test_groups_stay_apart_for_the_colour_blind() -> None:
    # Without red and green vision, blue against yellow and the lightness remain.
    seen = []
    for group in PAPI:
        red, green, blue = rgb(GROUP_COLOURS[group])
        seen.append(((red + green) / 2 - blue, lightness(GROUP_COLOURS[group]) / 100))
    for (hue, light), (other_hue, other_light) in combinations(seen, 2):
        assert abs(hue - other_hue) + abs(light - other_light) > 0.12


def test_every_group_has_a_pattern_of_its_own() -> None:
    assert len({GROUPS[group].hatch for group in PAPI}) == len(PAPI)
    assert len(set(PERIOD_LOOKS.values())) == len(PERIOD_LOOKS)


def test_letters_and_names_of_groups_look_alike() -> None:
    assert [GROUPS[letter] for letter in "ABCD"] == [GROUPS[group] for group in PAPI]


def test_a_group_that_is_not_known_is_grey() -> None:
    assert colour_of(None) == NEUTRAL
    assert colour_of("A") == colour_of("Cao nhất")


def test_a_rise_and_a_fall_stay_apart_in_grey() -> None:
    assert abs(lightness(RISE) - lightness(FALL)) >= 10
