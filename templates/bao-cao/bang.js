// Sorting and filtering of the page's tables; without this script they read as they stand.
(() => {
  "use strict";
  const SORTED_FROM = 4;
  const FILTERED_FROM = 8;
  const DIRECTIONS = ["none", "ascending", "descending"];
  const WORDS = { ascending: "tăng dần", descending: "giảm dần" };
  const COLLATOR = new Intl.Collator("vi", { numeric: true });
  const NUMBER = /[+\-−]?(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?/;

  const made = (tag, attributes, ...children) => {
    const node = Object.assign(document.createElement(tag), attributes);
    node.append(...children);
    return node;
  };

  // Accents, case and đ do not matter to who is looking for something.
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

  // A cell says its value first; the reason in small type below it is not part of it.
  const shown = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".ly-do").forEach((note) => note.remove());
    return copy.textContent.trim();
  };

  const figure = (text) => {
    const found = NUMBER.exec(text);
    return found && Number(found[0].replace(/\./g, "").replace(",", ".").replace("−", "-"));
  };

  const compared = (a, b) => (typeof a === "number" ? a - b : COLLATOR.compare(a, b));

  function enhance(table, number) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    if (rows.length < SORTED_FROM) return;
    const heads = [...table.tHead.rows[0].cells];
    const titles = heads.map((head) => head.textContent);
    const columns = [];
    let by = null;
    let turn = 0;

    const values = (column) => {
      const numeric = heads[column].classList.contains("so");
      columns[column] ??= new Map(
        rows.map((row) => {
          const text = shown(row.cells[column]);
          return [row, numeric ? figure(text) : text === "–" ? null : text];
        }),
      );
      return columns[column];
    };

    const inOrder = () => {
      if (turn === 0) return rows;
      const of = values(by);
      const sign = turn === 1 ? 1 : -1;
      const known = rows.filter((row) => of.get(row) !== null);
      const unknown = rows.filter((row) => of.get(row) === null);
      return [...known.sort((a, b) => sign * compared(of.get(a), of.get(b))), ...unknown];
    };

    const status = made("output", { className: "so-dong" });
    const restore = made("button", { type: "button", disabled: true }, "Thứ tự ban đầu");
    const input = made("input", { type: "search", id: `loc-${number}`, autocomplete: "off" });
    const label = made("label", { htmlFor: input.id }, "Lọc bảng");

    const tell = () => {
      const left = rows.filter((row) => !row.hidden).length;
      const order = turn ? `; xếp theo “${titles[by]}” ${WORDS[DIRECTIONS[turn]]}` : "";
      status.textContent = `${left}/${rows.length} dòng${order}`;
    };

    const order = (column, next) => {
      by = column;
      turn = next;
      heads.forEach((head, place) => {
        head.setAttribute("aria-sort", DIRECTIONS[place === by ? turn : 0]);
      });
      body.append(...inOrder());
      restore.disabled = turn === 0;
      tell();
    };

    const texts = rows.map((row) => folded(row.textContent));
    const filter = () => {
      const wanted = folded(input.value).split(/\s+/).filter(Boolean);
      rows.forEach((row, place) => {
        row.hidden = !wanted.every((word) => texts[place].includes(word));
      });
      tell();
    };

    heads.forEach((head, column) => {
      const button = made("button", { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => order(column, column === by ? (turn + 1) % 3 : 1));
      head.append(button);
      head.setAttribute("aria-sort", "none");
    });
    restore.addEventListener("click", () => {
      const head = heads[by];
      order(by, 0);
      head.querySelector("button").focus(); // the button just pressed is disabled now
    });
    input.addEventListener("input", filter);
    table.addEventListener("clear-filter", () => {
      input.value = "";
      filter();
    });

    const filtered = rows.length >= FILTERED_FROM ? [label, input] : [];
    const controls = made("div", { className: "loc" }, ...filtered, restore, status);
    controls.setAttribute("role", "group");
    controls.setAttribute("aria-label", `Lọc và sắp xếp: ${table.caption.textContent}`);
    table.closest(".cuon").before(controls);
    tell();
  }

  document.querySelectorAll("table[data-xep]").forEach(enhance);

  // A link to a row that is folded away, or that a filter hides, shows the row.
  const reveal = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = row?.closest("details:not([open])");
    if (!row?.hidden && !folded) return;
    if (folded) folded.open = true;
    if (row.hidden) row.closest("table").dispatchEvent(new Event("clear-filter"));
    row.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
  document.documentElement.dataset.san = "1";
})();
