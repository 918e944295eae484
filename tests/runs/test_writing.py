from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import FaultsError
from analysis.runs import writing
from analysis.runs.writing import FORMER, check_length, publish, sha256, write_bytes, write_text

TODAY = date(2026, 11, 24)


@given(st.binary(max_size=2000))
def test_a_written_file_reads_back(tmp_path: Path, content: bytes) -> None:
    write_bytes(tmp_path / "a.bin", content)
    assert (tmp_path / "a.bin").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


def staged(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        write_text(folder / f"{name}.txt", text)
    return folder


def test_a_first_run_writes_every_file(tmp_path: Path) -> None:
    done = publish(staged(tmp_path / "new", a="1", b="2"), tmp_path / "out", before={}, today=TODAY)
    assert sorted(done.written) == ["a.txt", "b.txt"]
    assert done.kept == ()
    assert (tmp_path / "out/a.txt").read_text() == "1"


def test_what_the_program_wrote_is_replaced(tmp_path: Path) -> None:
    out = staged(tmp_path / "out", a="cũ")
    before = {"a.txt": sha256(out / "a.txt")}
    publish(staged(tmp_path / "new", a="mới"), out, before=before, today=TODAY)
    assert [path.name for path in out.iterdir()] == ["a.txt"]
    assert (out / "a.txt").read_text("utf-8") == "mới"


def test_an_edited_file_stays_and_the_new_one_lies_beside_it(tmp_path: Path) -> None:
    out = staged(tmp_path / "out", a="của chương trình")
    before = {"a.txt": sha256(out / "a.txt")}
    write_text(out / "a.txt", "của người soạn")
    done = publish(staged(tmp_path / "new", a="mới"), out, before=before, today=TODAY)
    assert done.kept == ("a.txt",)
    assert (out / "a.txt").read_text("utf-8") == "của người soạn"
    assert done.written["a.txt"].name == "a (bản mới 24-11-2026).txt"
    assert done.written["a.txt"].read_text("utf-8") == "mới"


def test_a_file_nobody_vouches_for_counts_as_edited(tmp_path: Path) -> None:
    out = staged(tmp_path / "out", a="ai đó đặt vào")
    done = publish(staged(tmp_path / "new", a="mới"), out, before={}, today=TODAY)
    assert done.kept == ("a.txt",)
    assert (out / "a.txt").read_text("utf-8") == "ai đó đặt vào"


def test_a_second_new_version_of_a_day_gets_a_number(tmp_path: Path) -> None:
    out = staged(tmp_path / "out", a="của người soạn")
    for _ in range(3):
        done = publish(staged(tmp_path / "new", a="mới"), out, before={}, today=TODAY)
    assert done.written["a.txt"].name == "a (bản mới 24-11-2026, 3).txt"


def test_a_merged_file_takes_the_place_of_the_edited_one_which_is_put_away(
    tmp_path: Path,
) -> None:
    out = staged(tmp_path / "out", a="của người soạn", b="cũ")
    before = {"b.txt": sha256(out / "b.txt")}
    for number in (1, 2):
        new = staged(tmp_path / "new", a=f"gộp {number}", b="mới")
        done = publish(new, out, before=before, today=TODAY, merged=("a.txt", "b.txt"))
        before["b.txt"] = sha256(out / "b.txt")
    assert (done.kept, list(done.former)) == ((), ["a.txt"])
    assert (out / "a.txt").read_text("utf-8") == "gộp 2"
    assert sorted(path.name for path in (out / FORMER).iterdir()) == [
        "a (24-11-2026).txt",
        "a (24-11-2026, 2).txt",
    ]
    assert (out / FORMER / "a (24-11-2026).txt").read_text("utf-8") == "của người soạn"


@given(edits=st.sets(st.sampled_from(["a", "b", "c"])), runs=st.integers(1, 3))
def test_no_edit_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, edits: set[str], runs: int
) -> None:
    folder = tmp_path_factory.mktemp("publish")
    out = folder / "out"
    first = publish(staged(folder / "new", a="0", b="0", c="0"), out, before={}, today=TODAY)
    before = {name: sha256(path) for name, path in first.written.items()}
    for name in edits:
        write_text(out / f"{name}.txt", f"sửa {name}")
    for number in range(1, runs + 1):
        done = publish(
            staged(folder / "new", a=f"{number}", b=f"{number}", c=f"{number}"),
            out,
            before=before,
            today=TODAY,
        )
        before |= {n: sha256(p) for n, p in done.written.items() if n not in done.kept}
    for name in "abc":
        expected = f"sửa {name}" if name in edits else f"{runs}"
        assert (out / f"{name}.txt").read_text("utf-8") == expected


def test_a_file_held_by_another_program_stops_before_anything_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = staged(tmp_path / "out", a="cũ", b="cũ")
    before = {name: sha256(out / name) for name in ("a.txt", "b.txt")}
    monkeypatch.setattr(writing, "_held", lambda path: path.name == "b.txt")
    with pytest.raises(FaultsError, match="đang được mở") as caught:
        publish(staged(tmp_path / "new", a="mới", b="mới"), out, before=before, today=TODAY)
    assert "Đóng tệp (trong Word, Excel…) rồi chạy lại" in caught.value.faults[0].remedy
    assert (out / "a.txt").read_text("utf-8") == "cũ"


def test_a_refused_replacement_is_a_fault_and_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(FaultsError, match="đang được mở"):
        write_text(tmp_path / "a.txt", "1")
    assert list(tmp_path.iterdir()) == []


def test_a_path_too_long_for_windows_is_refused_with_advice() -> None:
    check_length(Path("C:/ke-hoach/reports/lang-son/2023"), windows=True)
    check_length(Path("/" + "a" * 300), windows=False)
    with pytest.raises(FaultsError) as caught:
        check_length(Path("C:/" + "a" * 200), windows=True)
    assert caught.value.faults[0].code == "RN-14"
    assert "C:\\ke-hoach" in caught.value.faults[0].remedy


def test_a_folder_in_a_file_s_place_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.docx").mkdir()
    with pytest.raises(FaultsError) as caught:
        write_bytes(tmp_path / "ke-hoach.docx", b"1")
    assert [fault.code for fault in caught.value.faults] == ["RN-04"]
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach.docx"]
