"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const BATCH = 40;
  const decisions = new Map(data.findings.filter((finding) => finding.decision).map((finding) =>
    [finding.fingerprint, { id: finding.id, rule: finding.rule, decision: finding.decision, reason: finding.reason }]));
  const CHOICES = [["", "no decision"], ["correct", "correct: to be mended"], ["different facts", "different facts"],
    ["misread", "misread"], ["accepted", "accepted as it is"]];

  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "on") node.addEventListener(value[0], value[1]);
      else if (value !== null) node.setAttribute(key, value);
    }
    node.append(...children);
    return node;
  };
  const draw = (tag, attributes, text) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };

  // --- findings ---------------------------------------------------------------------------
  const list = document.getElementById("list");
  const filters = document.getElementById("filters");
  const count = document.getElementById("count");
  let shown = [];
  let drawn = 0;

  const numberLine = (finding) => {
    const lines = finding.places.filter((place) => place.axis);
    if (lines.length < 2) return "";
    const height = 26 * lines.length + 8;
    const svg = draw("svg", { viewBox: `0 0 1000 ${height}`, role: "img",
      preserveAspectRatio: matchMedia("(max-width: 40rem)").matches ? "none" : "xMidYMid",
      "aria-label": lines.map((place) => `${place.text} ${place.reading}`).join("; ") });
    lines.forEach((place, i) => {
      const y = 26 * i + 20;
      const [low, high] = place.axis;
      svg.append(draw("line", { x1: 0, x2: 1000, y1: y, y2: y }));
      svg.append(draw("rect", { x: low, y: y - 5, width: Math.max(4, high - low), height: 10 }));
      const end = low > 500;
      svg.append(draw("text", { x: end ? low - 8 : Math.min(high + 10, 990), y: y - 3,
        "text-anchor": end ? "end" : "start" }, place.text));
    });
    return svg;
  };

  const quoteOf = (place) => {
    const where = place.document === null
      ? make("span", {}, place.reference || "reference")
      : make("button", { type: "button", class: "link", on: ["click", () => openDocument(place.document, place.mark)] },
        `${data.documents[place.document].path}:${place.line}`);
    return make("blockquote", {},
      make("p", { class: "where" }, where, place.also ? ` and ${place.also} more` : ""),
      make("p", {}, place.before, make("strong", {}, place.text), place.after),
      place.reading ? make("p", { class: "reading" }, `reads as ${place.reading}`) : "");
  };

  const decisionOf = (finding) => {
    const known = decisions.get(finding.fingerprint) || { decision: "", reason: "" };
    const name = `decision-${finding.id}`;
    const select = make("select", { id: name }, ...CHOICES.map(([value, text]) => {
      const option = make("option", { value }, text);
      option.selected = value === known.decision;
      return option;
    }));
    const reason = make("input", { type: "text", "aria-label": `Reason for the decision on ${finding.id}`,
      placeholder: "reason", maxlength: 500 });
    reason.value = known.reason;
    const keep = () => decisions.set(finding.fingerprint,
      { id: finding.id, rule: finding.rule, decision: select.value, reason: reason.value });
    select.addEventListener("change", keep);
    reason.addEventListener("input", keep);
    return make("div", { class: "decision" }, make("label", { for: name }, "Decision"), select, reason);
  };

  const article = (finding) => make("article", { class: finding.severity, id: finding.id, tabindex: -1 },
    make("h3", {}, make("span", { class: "severity" }, finding.severity), finding.message),
    make("div", { class: "places" }, ...finding.places.map(quoteOf)),
    numberLine(finding),
    finding.explanation ? make("p", {}, finding.explanation) : "",
    finding.slip ? make("p", { class: "slip" }, `Likely slip: ${finding.slip}`) : "",
    make("p", { class: "rule" }, `${finding.id} · ${[finding.rule, ...finding.absorbed].join(", ")}`),
    decisionOf(finding));

  const drawMore = (upTo = drawn + BATCH) => {
    const end = Math.min(upTo, shown.length);
    const fragment = document.createDocumentFragment();
    for (; drawn < end; drawn += 1) fragment.append(article(shown[drawn]));
    list.append(fragment);
    sentinel.hidden = drawn >= shown.length;
  };
  const sentinel = make("p", {}, make("button", { type: "button", on: ["click", () => drawMore()] }, "Show more"));
  list.after(sentinel);
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) drawMore();
  }, { rootMargin: "800px" }).observe(sentinel);

  const filter = () => {
    const form = new FormData(filters);
    const severities = new Set(form.getAll("severity"));
    const rule = form.get("rule");
    const path = form.get("document");
    const text = form.get("text").trim().toLowerCase();
    shown = data.findings.filter((finding) => severities.has(finding.severity)
      && (!rule || finding.rule === rule || finding.absorbed.includes(rule))
      && (!path || finding.places.some((place) => place.document === Number(path)))
      && (!text || finding.search.includes(text)));
    drawn = 0;
    list.replaceChildren();
    drawMore();
    count.textContent = `${shown.length.toLocaleString("en")} of ${data.findings.length.toLocaleString("en")} findings shown`;
  };
  for (const row of data.rules) if (row.findings) filters.elements.rule.append(make("option", { value: row.id }, row.id));
  const touched = new Set(data.findings.flatMap((finding) => finding.places.map((place) => place.document)));
  data.documents.forEach((row, i) => {
    if (touched.has(i)) filters.elements.document.append(make("option", { value: i }, row.path));
  });
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());

  const openFinding = (index) => {
    const finding = data.findings[index];
    if (!shown.includes(finding)) {
      filters.reset();
      filter();
    }
    drawMore(Math.max(drawn, shown.indexOf(finding) + 1));
    const node = document.getElementById(finding.id);
    node.scrollIntoView({ block: "start" });
    node.focus();
  };

  document.getElementById("save").addEventListener("click", () => {
    const lines = ["# Decisions on findings of factcheck.", "version: 1", "decisions:"];
    const findings = new Map(data.findings.map((finding) => [finding.fingerprint, finding]));
    for (const [fingerprint, row] of decisions) {
      if (row.decision) {
        const where = findings.get(fingerprint).places.filter((place) => place.document !== null)
          .map((place) => data.documents[place.document].path);
        lines.push(`  - fingerprint: ${fingerprint}`, `    rule: ${JSON.stringify(row.rule)}`,
          `    decision: ${row.decision}`, `    reason: ${JSON.stringify(row.reason)}`,
          `    documents: ${JSON.stringify([...new Set(where)].sort())}`);
      }
    }
    if (lines.length === 3) lines[2] = "decisions: []";
    const url = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "application/yaml" }));
    const link = make("a", { href: url, download: "factcheck-decisions.yaml" });
    link.click();
    URL.revokeObjectURL(url);
  });

  // --- documents --------------------------------------------------------------------------
  const documents = document.getElementById("documents");
  const views = data.documents.map((row, i) => {
    const said = [row.title, row.date, row.source].filter(Boolean).join(", ");
    const summary = make("summary", {}, `${row.path} `,
      make("span", { class: row.error ? "failed" : "where" }, row.error ? `could not be checked: ${row.error}`
        : `${said ? said + "; " : ""}${row.numbers} numbers`));
    const body = make("div", { class: "text" });
    const view = make("details", {}, summary, body);
    let done = false;
    view.fill = () => {
      if (done) return;
      done = true;
      row.segments.forEach((segment, j) => {
        if (typeof segment === "string") { body.append(segment); return; }
        const [text, state, reason, findings] = segment;
        const mark = make("mark", { class: state, id: `d${i}-${j}`, title: reason || state });
        mark.append(findings.length
          ? make("button", { type: "button", on: ["click", () => openFinding(findings[0])],
            title: data.findings[findings[0]].message }, text)
          : text);
        body.append(mark);
      });
    };
    view.addEventListener("toggle", () => { if (view.open) view.fill(); });
    return view;
  });
  documents.append(...views);
  const openDocument = (index, mark) => {
    const view = views[index];
    view.fill();
    view.open = true;
    const node = document.getElementById(`d${index}-${mark}`) || view;
    node.scrollIntoView({ block: "center" });
    (node.querySelector("button") || view.firstElementChild).focus();
  };

  // --- tables -----------------------------------------------------------------------------
  const table = (head, rows) => make("table", {},
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...rows));
  const columns = [...new Set(data.matrix.flatMap((row) => row.cells.map((cell) => cell[0])))].sort((a, b) => a - b);
  const wide = columns.length <= 12;
  const rows = data.matrix.slice(0, 500).map((row) => {
    const head = make("th", { scope: "row" }, row.label);
    if (!wide) {
      const said = row.cells.map(([i, text]) => `${data.documents[i].path}: ${text}`).join("; ");
      return make("tr", {}, head, make("td", { class: row.verdict }, said));
    }
    const cells = new Map(row.cells);
    return make("tr", {}, head, ...columns.map((i) => make("td", { class: cells.has(i) ? row.verdict : null }, cells.get(i) || "")));
  });
  const matrix = document.querySelector("#matrix .scroll");
  if (rows.length) matrix.append(table(["fact", ...(wide ? columns.map((i) => data.documents[i].path) : ["stated as"])], rows));
  else matrix.append("No fact was stated twice.");
  document.querySelector("#rules .scroll").append(table(["rule", "findings", "agree", "excused", "undetermined"],
    data.rules.map((row) => make("tr", {}, make("th", { scope: "row" }, row.id),
      ...[row.findings, row.agree, row.excused, row.undetermined].map((n) => make("td", {}, String(n)))))));
  const notes = document.querySelector("#notes ul");
  notes.append(...data.notes.map((note) => make("li", {}, note)));
  document.getElementById("notes").hidden = data.notes.length === 0;

  window.addEventListener("beforeprint", () => drawMore(shown.length));
  filter();
})();
