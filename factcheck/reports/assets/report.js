"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("data");
  const CHOICES = [["", "no decision"], ...Object.entries(read("choices"))];
  const SEVERITY = { error: "Error", warning: "Warning", note: "Note" };
  const VERDICT = { agree: "agree", excused: "excused", disputed: "disputed", undetermined: "undetermined", conflict: "conflict" };
  const BATCH = 40;
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const byId = (id) => document.getElementById(id);

  // Text reaches the page as text nodes and attribute values only.
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "on") node.addEventListener(value[0], value[1]);
      else if (value !== null) node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  };
  const draw = (tag, attributes, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const button = (text, act, label = null) =>
    make("button", { type: "button", class: "link", "aria-label": label, on: ["click", act] }, text);
  const many = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

  // A list that draws its items as they come into view.
  const lazy = (node, item) => {
    const list = { items: [], drawn: 0 };
    const more = make("p", { class: "more" }, make("button", { type: "button", on: ["click", () => list.draw()] }, "Show more"));
    list.draw = (upTo = list.drawn + BATCH) => {
      const end = Math.min(upTo, list.items.length);
      const fragment = document.createDocumentFragment();
      for (; list.drawn < end; list.drawn += 1) fragment.append(item(list.items[list.drawn], list.drawn));
      node.append(fragment);
      more.hidden = list.drawn >= list.items.length;
    };
    list.show = (items) => {
      list.items = items;
      list.drawn = 0;
      node.replaceChildren();
      list.draw();
    };
    (node.closest(".scroll") || node).after(more);
    new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) list.draw();
    }, { rootMargin: "800px" }).observe(more);
    return list;
  };

  // --- findings ---------------------------------------------------------------------------
  const filters = byId("filters");
  const decisions = new Map(data.findings.filter((finding) => finding.decision).map((finding) =>
    [finding.fingerprint, { rule: finding.rule, decision: finding.decision, reason: finding.reason }]));
  let unsaved = false;

  const sidesOf = (finding) => [...new Set(finding.places.map((place) => place.side))];
  // What is reckoned is no place of a text, and has no letter.
  const letterOf = (finding, place) => place.letter ?? (LETTERS[sidesOf(finding).indexOf(place.side)] || "…");
  const colourOf = (letter) => ("ABC".includes(letter) ? letter.toLowerCase() : "other");

  const numberLine = (finding) => {
    const { axis } = finding;
    if (!axis) return "";
    const lines = finding.reckoned.length ? finding.reckoned : finding.places;
    // Places of one side that say the same are one bar.
    const drawn = new Map(lines.map((place, i) => [place, axis.bars[i]]).filter(([, bar]) => bar)
      .reverse().map(([place, bar]) => [JSON.stringify([place.side, place.stated, bar]), [place, bar]]));
    const rows = [...drawn.values()].reverse();
    const height = 38 * rows.length;
    const percent = (place) => `${place / 10}%`;
    const said = rows.map(([place]) => `${[letterOf(finding, place), place.text].filter(Boolean).join(": ")}, ${place.reading}`).join("; ");
    const svg = draw("svg", { height: height + 26, role: "img", "aria-label": `Number line. ${said}` });
    // The gap lies between the first places of the first two sides: they are what is compared.
    const [first, second] = [...new Set(rows.map(([place]) => place.side))].slice(0, 2)
      .map((side) => rows.find(([place]) => place.side === side)[1])
      .map(([low, high]) => [low ?? 0, high ?? 1000]).sort((a, b) => a[0] - b[0]);
    if (second[0] > first[1]) {
      svg.append(draw("rect", { class: "gap", x: percent(first[1]), width: percent(second[0] - first[1]), y: 0, height }));
    }
    for (const [at, text] of axis.ticks) {
      svg.append(draw("line", { class: "grid", x1: percent(at), x2: percent(at), y1: 0, y2: height }),
        draw("text", { class: "tick", x: percent(at), y: height + 18,
          "text-anchor": at < 60 ? "start" : at > 940 ? "end" : "middle" }, text));
    }
    svg.append(draw("line", { class: "base", x1: 0, x2: "100%", y1: height, y2: height }));
    rows.forEach(([place, [low, high]], i) => {
      const y = 38 * i + 26;
      const letter = letterOf(finding, place) || LETTERS[i];
      const from = low ?? 0;
      const to = high ?? 1000;
      const group = draw("g", { class: colourOf(letter) });
      if (to - from < 8) group.append(draw("circle", { cx: percent((from + to) / 2), cy: y, r: 6 }));
      else group.append(draw("rect", { x: percent(from), width: percent(to - from), y: y - 4, height: 8, rx: 2 }));
      const arrow = (x, points) => draw("svg", { x, y: y - 8, overflow: "visible" }, draw("path", { d: points }));
      if (high === null) group.append(arrow("100%", "M-5 1 L3 8 L-5 15"));
      if (low === null) group.append(arrow("0", "M5 1 L-3 8 L5 15"));
      const right = from > 500;
      group.append(draw("text", { x: percent(right ? to : from), y: y - 11, "text-anchor": right ? "end" : "start" },
        [letterOf(finding, place), place.stated].filter(Boolean).join("  ")));
      svg.append(group);
    });
    return make("figure", {}, make("figcaption", {}, axis.caption), svg);
  };

  const whereOf = (place) => {
    if (!place.at.length) return place.reference || "reference";
    const path = data.documents[place.at[0]].path;
    return button(`${path}:${place.line}`, () => openDocument(...place.at));
  };
  const quoteOf = (finding, place) => {
    const letter = letterOf(finding, place);
    const row = place.at.length ? data.documents[place.at[0]] : {};
    const source = [row.source, row.date].filter(Boolean).join(", ");
    const also = place.also ? ` and ${many(place.also, "more place")}` : "";
    return make("blockquote", {},
      make("p", { class: "where" }, make("span", { class: "letter" }, letter), whereOf(place), also),
      make("p", { class: "quote" }, place.before, make("strong", {}, place.text), place.after),
      make("p", { class: "reading" }, [source, place.reading && `reads as ${place.reading}`].filter(Boolean).join(" · ")));
  };

  const answer = (mine, yours) => {
    if (!mine && !yours) return "neither text says so";
    if (mine.toLowerCase() === yours.toLowerCase()) return `both: “${mine}”`;
    if (!mine || !yours) return `only ${mine ? "A" : "B"}: “${mine || yours}”`;
    return `A: “${mine}”; B: “${yours}”`;
  };
  const QUESTIONS = { subject: "Another subject?", place: "Another place?", time: "Another time?", source: "Another source?",
    bound: "Rounded, or a bound?", part: "Part of a whole?", stance: "An estimate, a target, an older figure?" };
  const triedOf = (finding) => {
    if (!finding.tried) return "";
    const said = new Map(finding.tried.map(([question, ...texts]) => [question, texts]));
    const rows = Object.entries(QUESTIONS).map(([key, question]) => [question, answer(...(said.get(key) || ["", ""]))]);
    for (const [key, text] of finding.tried) if (key === "excused") rows.push(["Excused elsewhere", text]);
    return make("details", { class: "tried" }, make("summary", {}, "Could both be right? What was tried"),
      make("dl", {}, ...rows.flatMap(([question, text]) => [make("dt", {}, question), make("dd", {}, text)])));
  };

  const decisionOf = (finding, card) => {
    const known = decisions.get(finding.fingerprint) || { decision: "", reason: "" };
    const select = make("select", {}, ...CHOICES.map(([value, text]) => {
      const option = make("option", { value }, text);
      option.selected = value === known.decision;
      return option;
    }));
    const hint = make("p", { class: "hint", id: `hint-${finding.id}` }, "Give a reason: without one the decision is not heeded.");
    const reason = make("input", { type: "text", maxlength: 500, autocomplete: "off", "aria-describedby": hint.id });
    reason.value = known.reason;
    const look = () => {
      hint.hidden = !select.value || Boolean(reason.value.trim());
      card.classList.toggle("decided", Boolean(select.value && reason.value.trim()));
    };
    const keep = () => {
      decisions.set(finding.fingerprint, { rule: finding.rule, decision: select.value, reason: reason.value });
      unsaved = true;
      look();
      tell();
    };
    select.addEventListener("change", keep);
    reason.addEventListener("input", keep);
    look();
    return make("div", { class: "decision" }, make("label", {}, "Decision", select), make("label", {}, "Reason", reason), hint);
  };

  const article = (finding) => {
    const title = finding.label || finding.message;
    const card = make("article", { class: finding.severity, id: finding.id, tabindex: -1, "aria-labelledby": `title-${finding.id}` });
    const sides = sidesOf(finding).map((side) => {
      const places = finding.places.filter((place) => place.side === side);
      return make("div", { class: `side ${colourOf(letterOf(finding, places[0]))}` }, ...places.map((place) => quoteOf(finding, place)));
    });
    const facts = [];
    if (finding.explanation) facts.push(make("dt", {}, "Why"), make("dd", { class: "sentence" }, finding.explanation));
    if (finding.slip) facts.push(make("dt", {}, "Likely slip"), make("dd", { class: "slip" }, make("span", { class: "sentence" }, finding.slip)));
    const names = [finding.rule, ...finding.absorbed].flatMap((rule, i) =>
      [i ? ", " : "", button(rule, () => openRule(rule), `Rule ${rule}`)]);
    card.append(
      make("p", { class: "meta" }, make("span", { class: "severity" }, SEVERITY[finding.severity]),
        make("span", {}, finding.disputed ? "openly disputed" : finding.kind), make("span", {}, ...names),
        make("a", { href: `#${finding.id}` }, finding.id)),
      make("h3", { id: `title-${finding.id}` }, title),
      finding.label ? make("p", { class: "message sentence" }, finding.message) : "",
      make("div", { class: "sides" }, ...sides),
      numberLine(finding),
      facts.length ? make("dl", {}, ...facts) : "",
      triedOf(finding),
      decisionOf(finding, card));
    return card;
  };

  const searchOf = (finding) => {
    finding.search ??= [finding.id, finding.rule, finding.label, finding.message,
      ...finding.places.map((place) => place.before + place.text + place.after)].join(" ").toLowerCase();
    return finding.search;
  };
  const list = lazy(byId("list"), article);
  const filter = () => {
    const form = new FormData(filters);
    const severities = new Set(form.getAll("severity"));
    const rule = form.get("rule");
    const path = form.get("document");
    const decided = form.get("decision");
    const text = form.get("text").trim().toLowerCase();
    list.show(data.findings.filter((finding) => severities.has(finding.severity)
      && (!rule || finding.rule === rule || finding.absorbed.includes(rule))
      && (!path || finding.places.some((place) => place.at[0] === Number(path)))
      && (!decided || Boolean(decisions.get(finding.fingerprint)?.decision) === (decided === "decided"))
      && (!text || searchOf(finding).includes(text))));
    const n = list.items.length;
    const all = data.findings.length;
    byId("all").hidden = n === all && severities.size === Object.keys(SEVERITY).length;
    byId("count").textContent = `${n.toLocaleString("en")} of ${many(all, "finding")} shown`;
    filters.hidden = document.querySelector(".under").hidden = !all;
    if (!n) {
      byId("list").append(make("p", { class: "nothing" }, all ? "No finding fits these filters."
        : "No findings. What was compared, and what was not, stands below."));
    }
  };
  filters.addEventListener("input", filter);
  const unfilter = () => {
    filters.reset();
    filter();
  };
  byId("all").addEventListener("click", unfilter);
  filters.addEventListener("submit", (event) => event.preventDefault());

  const reveal = (node, block = "start") => {
    node.scrollIntoView({ block });
    node.focus({ preventScroll: true });
  };
  const openFinding = (index) => {
    const finding = data.findings[index];
    if (!list.items.includes(finding)) unfilter();
    list.draw(Math.max(list.drawn, list.items.indexOf(finding) + 1));
    reveal(byId(finding.id));
  };
  byId("list").addEventListener("keydown", (event) => {
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target.closest("article");
    if (!here) return;
    if (event.key === "d") {
      event.preventDefault();
      reveal(here.querySelector("select"), "center");
      return;
    }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const at = [...byId("list").children].indexOf(here) + step;
    list.draw(Math.max(list.drawn, at + 1));
    const next = byId("list").children[at];
    if (next) reveal(next);
  });

  const save = byId("save");
  const whole = () => [...decisions].filter(([, row]) => row.decision && row.reason.trim());
  const tell = () => {
    save.hidden = decisions.size === 0;
    save.textContent = `Save ${many(whole().length, "decision")}`;
  };
  save.addEventListener("click", () => {
    const lines = ["# Decisions on findings of factcheck.", "version: 1", "decisions:"];
    const findings = new Map(data.findings.map((finding) => [finding.fingerprint, finding]));
    for (const [fingerprint, row] of whole()) {
      const where = findings.get(fingerprint).places.filter((place) => place.at.length).map((place) => data.documents[place.at[0]].path);
      // A JSON string is a YAML string, but for what YAML forbids anywhere.
      const quoted = (text) => JSON.stringify(text.replace(/[^\P{C}\u200c\u200d]/gu, " ").trim());
      lines.push(`  - fingerprint: ${fingerprint}`, `    rule: ${quoted(row.rule)}`,
        `    decision: ${row.decision}`, `    reason: ${quoted(row.reason)}`,
        `    documents: [${[...new Set(where)].sort().map(quoted).join(", ")}]`);
    }
    if (lines.length === 3) lines[2] = "decisions: []";
    const url = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "application/yaml" }));
    make("a", { href: url, download: "factcheck-decisions.yaml" }).click();
    URL.revokeObjectURL(url);
    unsaved = false;
    byId("saved").showModal();
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  // --- documents --------------------------------------------------------------------------
  const WORDS = { conflict: "differs", disputed: "openly disputed", agree: "agrees", excused: "may be right as well", alone: "nothing to compare it with" };
  const STATES = { conflict: "in findings", agree: "agree", excused: "may be right as well", unlinked: "alone", boilerplate: "no evidence" };
  const why = (mark, reason, findings) => {
    const shown = mark.nextElementSibling;
    const expand = mark.querySelector("button");
    if (shown?.classList.contains("why")) {
      shown.remove();
      expand.setAttribute("aria-expanded", "false");
      return;
    }
    const told = findings.length
      ? make("ul", {}, ...findings.map((i) => make("li", {}, button(titleOf(data.findings[i]), () => openFinding(i)))))
      : reason;
    mark.after(make("span", { class: "why" }, told));
    expand.setAttribute("aria-expanded", "true");
  };
  const titleOf = (finding) => (finding.label ? `${finding.label}: ${finding.message}` : finding.message);
  const markOf = (id, [text, state, reason, findings]) => {
    const mark = make("mark", { class: state, id });
    if (findings.length === 1) {
      mark.append(make("button", { type: "button", title: titleOf(data.findings[findings[0]]),
        on: ["click", () => openFinding(findings[0])] }, text));
    } else if (findings.length || reason) {
      mark.append(make("button", { type: "button", "aria-expanded": "false", title: reason || many(findings.length, "finding"),
        on: ["click", () => why(mark, reason, findings)] }, text));
    } else mark.append(text);
    return mark;
  };
  const views = new Map();
  const documentView = (row, i) => {
    if (row.error) {
      const failed = make("details", { class: "row" }, make("summary", {}, make("b", {}, row.path), make("span", { class: "failed" }, `could not be checked: ${row.error}`)),
        make("p", { class: "text" }, "No number of it was read."));
      views.set(i, failed);
      return failed;
    }
    const said = [row.title, row.source, row.date].filter(Boolean).join(", ");
    const counts = Object.entries(STATES).filter(([state]) => row.counts[state])
      .map(([state, words]) => make("span", { class: `state ${state}` }, `${row.counts[state]} ${words}`));
    const body = make("div", { class: "text" });
    const view = make("details", { class: "row" },
      make("summary", {}, make("b", {}, row.path), said ? make("span", { class: "said" }, said) : "",
        ...(counts.length ? counts : [make("span", { class: "none" }, "no numbers")])), body);
    view.fill = () => {
      if (body.hasChildNodes()) return;
      row.segments.forEach((segment, j) => body.append(typeof segment === "string" ? segment : markOf(`d${i}-${j}`, segment)));
    };
    view.addEventListener("toggle", () => { if (view.open) view.fill(); });
    views.set(i, view);
    return view;
  };
  const texts = lazy(byId("texts"), documentView);
  const openDocument = (index, mark) => {
    texts.draw(Math.max(texts.drawn, index + 1));
    const view = views.get(index);
    if (view.fill) view.fill();
    view.open = true;
    const node = byId(`d${index}-${mark}`);
    reveal(node?.querySelector("button") || view.firstElementChild, "center");
  };

  // --- facts ------------------------------------------------------------------------------
  const columns = [...new Set(data.matrix.flatMap((row) => row.cells.map(([i]) => i)))].sort((a, b) => a - b);
  const wide = columns.length <= 10;
  const short = (path) => path.split("/").pop();
  const statementOf = (i, [text, state, mark, reason]) => make("li", {},
    make("button", { type: "button", class: `state ${state}`, title: reason || null, on: ["click", () => openDocument(i, mark)],
      "aria-label": `${text}: ${WORDS[state]}, in ${data.documents[i].path}` }, text));
  const factRow = (row) => {
    const head = make("th", { scope: "row" }, row.label);
    if (row.reference) head.append(make("small", {}, `held to be ${row.reference}`));
    if (row.findings.length) {
      head.append(make("small", {}, ...row.findings.flatMap((i, n) =>
        [n ? ", " : "", button(data.findings[i].id, () => openFinding(i), `Finding ${data.findings[i].id}`)])));
    }
    const cells = new Map(row.cells);
    if (wide) {
      return make("tr", {}, head, ...columns.map((i) => (cells.has(i)
        ? make("td", { "data-document": data.documents[i].path }, make("ul", {}, ...cells.get(i).map((one) => statementOf(i, one))))
        : make("td", {}))));
    }
    return make("tr", {}, head, make("td", {}, make("ul", {}, ...row.cells.flatMap(([i, said]) => said.map((one) => {
      const item = statementOf(i, one);
      item.append(" ", data.documents[i].path);
      return item;
    })))));
  };
  const matrix = document.querySelector("#matrix .scroll");
  let facts = null;
  if (data.matrix.length) {
    const names = wide ? columns.map((i) => make("th", { scope: "col", title: data.documents[i].path }, short(data.documents[i].path)))
      : [make("th", { scope: "col" }, "stated as")];
    const body = make("tbody");
    matrix.append(make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "fact"), ...names)), body));
    facts = lazy(body, factRow);
  } else matrix.replaceWith(make("p", { class: "nothing" }, "No fact was stated twice."));

  // --- rules ------------------------------------------------------------------------------
  const rules = new Map();
  const placeOf = ([i, mark], n) => [n ? ", " : " (", button(data.documents[i].path, () => openDocument(i, mark))];
  const matchOf = ([verdict, said, ...places]) => make("li", {}, `${VERDICT[verdict]}: ${said}`,
    ...(places.length ? [...places.filter(([i], n) => places.findIndex(([j]) => i === j) === n).flatMap(placeOf), ")"] : []));
  const ruleView = (row) => {
    const counts = {};
    for (const [verdict] of row.matched) counts[verdict] = (counts[verdict] || 0) + 1;
    const pills = Object.entries(counts).map(([verdict, n]) =>
      make("span", { class: `state ${verdict === "undetermined" ? "alone" : verdict}` }, `${n.toLocaleString("en")} ${VERDICT[verdict]}`));
    if (row.findings.length) pills.unshift(make("span", { class: "state conflict" }, many(row.findings.length, "finding")));
    const entries = make("ul");
    const view = make("details", { class: "row" }, make("summary", {}, make("b", {}, row.id),
      ...(pills.length ? pills : [make("span", { class: "none" }, "nothing to compare")])), entries);
    view.addEventListener("toggle", () => {
      if (!view.open || entries.hasChildNodes()) return;
      const found = row.findings.map((i) => make("li", {}, button(titleOf(data.findings[i]), () => openFinding(i))));
      const lists = lazy(entries, (one) => one);
      lists.show([...found, ...row.matched.map(matchOf), ...(pills.length ? [] : [make("li", {}, "No numbers were found that it speaks of.")])]);
    });
    rules.set(row.id, view);
    return view;
  };
  const openRule = (id) => {
    const view = rules.get(id);
    view.open = true;
    reveal(view.firstElementChild, "start");
  };
  byId("matched").append(...data.rules.filter((row) => row.findings.length || row.matched.length).map(ruleView),
    ...data.rules.filter((row) => !row.findings.length && !row.matched.length).map(ruleView));

  // --- notes and the whole ------------------------------------------------------------------
  document.querySelector("#notes ul").append(...data.notes.map((note) => make("li", {}, note)));
  byId("notes").hidden = data.notes.length === 0;
  const sizes = [data.findings, data.matrix, data.documents, data.rules, data.notes];
  document.querySelectorAll("#sections li").forEach((item, i) => {
    item.hidden = i === 4 && sizes[i].length === 0;
    item.append(" ", make("small", {}, sizes[i].length.toLocaleString("en")));
  });
  for (const row of data.rules) if (row.findings.length) filters.elements.rule.append(make("option", { value: row.id }, row.id));
  for (const i of [...new Set(data.findings.flatMap((finding) => finding.places.map((place) => place.at[0])))].sort((a, b) => a - b)) {
    if (i !== undefined) filters.elements.document.append(make("option", { value: i }, data.documents[i].path));
  }
  tell();
  filter();
  if (facts) facts.show(data.matrix);
  texts.show(data.documents);
  window.addEventListener("beforeprint", () => list.draw(Infinity));
  const follow = () => {
    const index = data.findings.findIndex((finding) => `#${finding.id}` === location.hash);
    if (index >= 0) openFinding(index);
  };
  window.addEventListener("hashchange", follow);
  follow();
})();
