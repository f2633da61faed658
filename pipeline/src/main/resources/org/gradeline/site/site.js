// Searching, sorting and comparing. Without this script every page still has all its content.
(function () {
  "use strict";

  function make(tag, attributes, text) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.textContent = text || "";
    return element;
  }

  // A live region says what a change has led to, for those who cannot see it.
  const live = make("p", { role: "status", class: "source" });
  const say = (text) => { live.textContent = text; };

  function labelled(label, control, id) {
    const box = make("div", {});
    control.id = id;
    box.append(make("label", { for: id }, label), control);
    return box;
  }

  function filterList(list) {
    const items = [...list.children];
    const input = make("input", { type: "search", autocomplete: "off" });
    const controls = make("div", { class: "controls" });
    controls.append(labelled(list.dataset.filter, input, "find-name"));
    list.before(controls, live);
    const find = () => {
      const wanted = input.value.trim().toLowerCase();
      items.forEach((item) => { item.hidden = !wanted || !item.textContent.toLowerCase().includes(wanted); });
      const shown = items.filter((item) => !item.hidden);
      say(wanted ? shown.length + (shown.length === 1 ? " council" : " councils") : "");
    };
    input.addEventListener("input", find);
    input.addEventListener("keydown", (event) => {
      const shown = items.filter((item) => !item.hidden);
      if (event.key === "Enter" && shown.length > 0) {
        shown[0].querySelector("a").click();
      }
    });
    find();
  }

  const order = (cell) => {
    const grade = cell.querySelector(".grade");
    return grade ? grade.className + cell.textContent : cell.dataset.value || cell.textContent;
  };

  function compareCells(one, other) {
    if (one === "" || other === "") {
      return (one === "") - (other === "");
    }
    const numbers = [Number(one), Number(other)];
    return numbers.some(Number.isNaN) ? one.localeCompare(other) : numbers[0] - numbers[1];
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make("button", { type: "button" }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows];
        rows.sort((one, other) => compareCells(order(one.cells[column]), order(other.cells[column])) * (down ? -1 : 1));
        table.tBodies[0].append(...rows);
        say("Sorted by " + button.textContent + (down ? ", descending" : ", ascending"));
      });
    });
  }

  // A cell's words, without the letter of its grade.
  const words = (cell) => (cell.querySelector(".grade") ? cell.lastChild : cell).textContent.trim();

  function choice(table, label, column, id, refresh) {
    const select = make("select", {});
    const cells = [...table.tBodies[0].rows].map((row) => row.cells[column]);
    const values = new Map(cells.map((cell) => [words(cell), order(cell)]));
    select.append(make("option", { value: "" }, "All"));
    [...values].filter(([value]) => value).sort(([, one], [, other]) => compareCells(one, other))
      .forEach(([value]) => select.append(make("option", { value }, value)));
    select.addEventListener("change", refresh);
    return [labelled(label, select, id), select, column];
  }

  function filterTable(table) {
    const rows = [...table.tBodies[0].rows];
    const name = make("input", { type: "search", autocomplete: "off" });
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    let choices = [];
    const refresh = () => {
      rows.forEach((row) => {
        row.hidden = !row.cells[0].textContent.toLowerCase().includes(name.value.trim().toLowerCase())
          || choices.some(([, select, column]) => select.value && words(row.cells[column]) !== select.value);
      });
      say(rows.filter((row) => !row.hidden).length + " of " + rows.length + " councils");
    };
    choices = [1, 3].map((column) => choice(table, heads[column], column, "choose-" + column, refresh));
    const controls = make("div", { class: "controls" });
    controls.append(labelled(heads[0], name, "choose-name"), ...choices.map(([box]) => box));
    const hint = make("p", {}, "A heading sorts the table. The boxes choose a name, a region or a grade.");
    table.parentNode.before(hint, controls, live);
    name.addEventListener("input", refresh);
  }

  function comparison(table) {
    const rows = new Map([...table.tBodies[0].rows].map((row) => [row.dataset.key, row]));
    let chosen = (new URLSearchParams(location.search).get("councils") || "").split(",").filter((code) => rows.has(code));
    const select = make("select", {});
    select.append(make("option", { value: "" }, "Choose a council"));
    rows.forEach((row, code) => select.append(make("option", { value: code }, row.cells[0].textContent)));
    const clear = make("button", { type: "button" }, "Start again");
    const controls = make("div", { class: "controls" });
    controls.append(labelled("Add a council", select, "add-council"), clear);
    table.parentNode.before(controls, live);
    const show = () => {
      rows.forEach((row, code) => { row.hidden = !chosen.includes(code); });
      chosen.forEach((code) => table.tBodies[0].append(rows.get(code)));
      table.hidden = chosen.length === 0;
      say(chosen.length + (chosen.length === 1 ? " council" : " councils") + " side by side");
    };
    const change = (codes) => {
      chosen = codes;
      history.pushState(null, "", codes.length ? "?councils=" + codes.join(",") : location.pathname);
      show();
    };
    select.addEventListener("change", () => {
      if (select.value && !chosen.includes(select.value)) {
        change([...chosen, select.value]);
      }
      select.value = "";
    });
    clear.addEventListener("click", () => change([]));
    window.addEventListener("popstate", () => {
      chosen = (new URLSearchParams(location.search).get("councils") || "").split(",").filter((code) => rows.has(code));
      show();
    });
    show();
  }

  document.querySelectorAll("[data-filter]").forEach(filterList);
  document.querySelectorAll("[data-list] section:first-of-type table").forEach((table) => { filterTable(table); sortable(table); });
  document.querySelectorAll("[data-compare] table").forEach(comparison);
})();
